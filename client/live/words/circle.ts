import { home } from '../../../shared/text/en/home.ts'
import { record } from '../../../shared/text/en/record.ts'
import { script } from '../../../shared/text/en/script.ts'
import { learn } from './text.ts'

learn(home)
learn(record)
learn(script)
