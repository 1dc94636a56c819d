import * as Comlink from 'comlink';
import { AttributionWork } from '../src/analytics/attribution/attributionWork.ts';

Comlink.expose(new AttributionWork());
