export { Actions } from './Actions.tsx'
export { Standing } from './Standing.tsx'
