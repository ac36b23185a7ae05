/** The name typed last, so that it is typed once while the window is open. */
import { useState } from 'react';

let last = '';

export function useAuthor(): [string, (name: string) => void] {
  const [author, setAuthor] = useState(last);
  return [
    author,
    (name) => {
      last = name;
      setAuthor(name);
    },
  ];
}
