import { enhanceAutosave } from './autosave.ts'
import { enhanceErrors } from './errors.ts'
import { enhanceButtons } from './once.ts'
import { enhancePasskeys } from './passkey.ts'
import { enhanceSession } from './session.ts'
import { enhanceShare } from './share.ts'
import { enhanceSuggest } from './suggest.ts'
import { enhanceTabs } from './tabs.ts'
import { enhanceUploads } from './upload.ts'

enhanceErrors()
enhanceAutosave()
enhanceButtons()
enhancePasskeys()
enhanceShare()
enhanceSession()
enhanceSuggest()
enhanceTabs()
enhanceUploads()
