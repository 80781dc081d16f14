import type { Words } from '#platform/lang'

type Statement = {
  readonly title: string
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

/** Pages of words only, by their address. */
export const STATEMENTS: Readonly<Record<string, Words<Statement>>> = {
  '/kha-nang-tiep-can': {
    vi: {
      title: 'Khả năng tiếp cận',
      lead: 'Mọi người đều phải dùng được cổng này: bằng bàn phím, bằng trình đọc màn hình, trên điện thoại rẻ, khi mạng yếu.',
      parts: [
        {
          title: 'Chúng tôi làm theo chuẩn nào',
          lines: [
            'Các trang được làm theo WCAG 2.2 mức AA và được máy kiểm tra sau mỗi lần sửa.',
            'Mọi việc đều làm được khi trình duyệt không chạy JavaScript.',
            'Chữ phóng to 400% vẫn đọc được mà không phải kéo ngang.',
          ],
        },
        {
          title: 'Còn hạn chế',
          lines: [
            'Nội dung thủ tục do cơ quan công bố soạn, có thể dài và khó đọc. Tệp mẫu đơn đính kèm có thể chưa đọc được bằng trình đọc màn hình.',
          ],
        },
        {
          title: 'Gặp khó khăn thì báo cho ai',
          lines: [
            'Hãy nói với bộ phận một cửa nơi bạn ở. Cán bộ ở đó làm thay bạn trên hệ thống, không thu tiền.',
          ],
        },
      ],
    },
    en: {
      title: 'Accessibility',
      lead: 'Everyone must be able to use this portal: by keyboard, by screen reader, on a cheap phone, on a weak network.',
      parts: [
        {
          title: 'The standard we follow',
          lines: [
            'Pages follow WCAG 2.2 level AA and are checked by machine after every change.',
            'Everything works when the browser runs no JavaScript.',
            'Text enlarged to 400% can be read without scrolling sideways.',
          ],
        },
        {
          title: 'Known limits',
          lines: [
            'The texts of procedures come from the agencies that publish them and can be long. Attached form files may not be readable by a screen reader.',
          ],
        },
        {
          title: 'Whom to tell',
          lines: [
            'Tell the one-stop desk where you live. An officer there will do it for you, free of charge.',
          ],
        },
      ],
    },
  },
  '/du-lieu-ca-nhan': {
    vi: {
      title: 'Dữ liệu cá nhân',
      lead: 'Cổng này chỉ giữ những gì cần cho việc bạn làm.',
      parts: [
        {
          title: 'Khi bạn chỉ tìm và đọc',
          lines: [
            'Cổng không biết bạn là ai. Từ khóa bạn gõ không được ghi lại.',
            'Cổng đếm số lần mở mỗi thủ tục để biết thủ tục nào được cần nhiều, không gắn với người mở.',
            'Trình duyệt giữ hai cookie: ngôn ngữ bạn chọn và mã bảo vệ biểu mẫu. Không có cookie theo dõi.',
          ],
        },
        {
          title: 'Khi bạn tra cứu hồ sơ',
          lines: ['Mã hồ sơ bạn gõ không được lưu lại và không nằm trong nhật ký hệ thống.'],
        },
      ],
    },
    en: {
      title: 'Personal data',
      lead: 'This portal keeps only what your business with it needs.',
      parts: [
        {
          title: 'When you only search and read',
          lines: [
            'The portal does not know who you are. What you type is not recorded.',
            'It counts how often each procedure is opened, to know which are needed most, without a link to anyone.',
            'Your browser keeps two cookies: the language you chose and a code that protects forms. None of them tracks you.',
          ],
        },
        {
          title: 'When you look up a dossier',
          lines: ['The dossier code that you type is neither stored nor written to the system log.'],
        },
      ],
    },
  },
  '/lien-he': {
    vi: {
      title: 'Liên hệ và trợ giúp',
      lead: 'Có người giúp bạn ở gần nơi bạn ở.',
      parts: [
        {
          title: 'Hỏi về hồ sơ đã nộp',
          lines: [
            'Hỏi cơ quan ghi trên giấy tiếp nhận và hẹn trả kết quả. Tra cứu theo mã hồ sơ sẽ cho biết cơ quan đó.',
          ],
        },
        {
          title: 'Hỏi về cách làm thủ tục',
          lines: [
            'Đến Trung tâm Phục vụ hành chính công của xã, phường. Trang của mỗi thủ tục chỉ cho bạn nơi nộp ở chỗ bạn.',
          ],
        },
        {
          title: 'Cổng bị lỗi',
          lines: [
            'Đọc mã sự cố hiện trên trang lỗi cho cán bộ hỗ trợ. Mã đó giúp tìm đúng lỗi mà không cần thông tin của bạn.',
          ],
        },
      ],
    },
    en: {
      title: 'Contact and help',
      lead: 'There is somebody to help you near where you live.',
      parts: [
        {
          title: 'About a dossier that you have filed',
          lines: [
            'Ask the agency named on the receipt. Looking up the dossier code tells you which one it is.',
          ],
        },
        {
          title: 'About how to do it',
          lines: [
            'Go to the public service centre of your commune or ward. The page of each procedure shows the place for you.',
          ],
        },
        {
          title: 'Something is broken',
          lines: ['Quote the reference on the error page. It leads to the fault without anything about you.'],
        },
      ],
    },
  },
}
