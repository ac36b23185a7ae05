/** Shared with the workbook of findings; lives in the contract. */
export {
  issueAdvice,
  issueName,
  issueText,
  severityLabels,
} from '../../contract/words/issue-words.ts';
