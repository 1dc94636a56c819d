import * as Comlink from 'comlink';
import { ShardWork } from '../src/simulation/shardWork.ts';

Comlink.expose(new ShardWork());
