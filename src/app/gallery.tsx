/** Every part in its states, for those who build and test screens. ?page=parts|resident|field|console &theme= &size= &lang= */
import { ConsoleGallery } from '../ui-kit/gallery/console-gallery.tsx'
import { Parts } from '../ui-kit/gallery/parts-gallery.tsx'
import { FieldGallery, ResidentGallery } from '../ui-kit/gallery/phone-gallery.tsx'
import { mount } from '../ui-kit/mount.tsx'
import { changeSettings } from '../ui-kit/index.ts'

const asked = new URLSearchParams(location.search)
const page = asked.get('page')
mount(page === 'resident' ? <ResidentGallery /> : page === 'field' ? <FieldGallery /> : page === 'console' ? <ConsoleGallery /> : <Parts />)
changeSettings({
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light', size: asked.get('size') === 'large' ? 'large' : 'normal',
    lang: asked.get('lang') === 'en' ? 'en' : 'zh',
})
