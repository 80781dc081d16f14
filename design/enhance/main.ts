import { enhanceErrors } from './errors.ts'
import { enhanceButtons } from './once.ts'
import { enhanceShare } from './share.ts'
import { enhanceSuggest } from './suggest.ts'
import { enhanceTabs } from './tabs.ts'

enhanceErrors()
enhanceButtons()
enhanceShare()
enhanceSuggest()
enhanceTabs()
