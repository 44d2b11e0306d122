import { memoryStore } from '../../server/store/memory.ts'
import { storeContract } from './contract.ts'

storeContract('memory', { open: async () => memoryStore(), killed: null, clean: async () => {} })
