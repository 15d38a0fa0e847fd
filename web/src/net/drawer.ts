import { assisting } from './assisting'

/** Where a page keeps what is half done: what is of the citizen goes when the assistance ends. */
export function drawer(): Storage {
  return assisting ? sessionStorage : localStorage
}
