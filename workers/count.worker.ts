import * as Comlink from 'comlink';
import { CountWork } from '../src/simulation/countWork.ts';

Comlink.expose(new CountWork());
