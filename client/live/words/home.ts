import { home } from '../../../shared/text/en/home.ts'
import { learn } from './text.ts'

learn(home)
