import * as Comlink from 'comlink';
import { LateShardWork } from '../src/simulation/shardWork.ts';

Comlink.expose(new LateShardWork());
