/** Shared with the command line; lives in the contract. */
export { fill, textOf, type WordParams } from '../../contract/words/params.ts';
