/** Error words are shared with the command line and live in the contract. */
export { type ErrorWords, errorWords } from '../../contract/words/error-words.ts';
