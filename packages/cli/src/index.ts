export { run } from './run.ts';
export { EXIT, type Exit, type Surroundings } from './surroundings.ts';
export { explainPolicy, FORMATS, type Format } from './explain/explain.ts';
