/** Civil date in Asia/Ho_Chi_Minh, `YYYY-MM-DD` (ngày theo lịch). */
export type CivilDate = string & { readonly __unit: 'civil-date' }
