// SPDX-License-Identifier: Apache-2.0
// Civil days as milliseconds of UTC, which is only a way to put them on an axis: nothing here knows time zones.
import type { Day } from '../api';

export const kDay = 86_400_000;

/** Reads YYYY, YYYY-MM, YYYY-MM-DD (years to four digits); null for anything else. */
export function ms(day: Day): number | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '');
  if (!found) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(found[1]), Number(found[2] ?? 1) - 1, Number(found[3] ?? 1));
  return date.getTime();
}

export function iso(time: number): string {
  const date = new Date(time);
  const year = String(Math.min(Math.max(date.getUTCFullYear(), 0), 9999)).padStart(4, '0');
  return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as the language writes it; what is only known to the month or year stays so. */
export function day_words(day: string, ui: 'en' | 'vi'): string {
  const [year = '', month, date] = day.slice(0, 10).split('-');
  if (!month) return ui === 'vi' ? `năm ${year}` : year;
  if (!date) return ui === 'vi' ? `tháng ${Number(month)}/${year}` : `${months[Number(month) - 1] ?? month} ${year}`;
  return ui === 'vi' ? `${Number(date)}/${Number(month)}/${year}` : `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** All months from the first to the last, both named as YYYY-MM. */
export function months_between(first: string, last: string, most = 2400): string[] {
  const out: string[] = [];
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5, 7));
  for (let name = first; name <= last && out.length < most; ) {
    out.push(name);
    if (++month > 12) {
      month = 1;
      year++;
    }
    name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return out;
}

/** The moment just after what YYYY, YYYY-MM or YYYY-MM-DD names. */
export function end_ms(day: Day): number | null {
  const start = ms(day);
  if (start === null || day === null) return null;
  const date = new Date(start);
  if (!/^\d{4}-\d\d/.test(day)) date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (!/^\d{4}-\d\d-\d\d/.test(day)) date.setUTCMonth(date.getUTCMonth() + 1);
  else return start + kDay;
  return date.getTime();
}

/** A tick of a time axis: no finer than the tick itself. */
export function tick_words(time: number, ui: 'en' | 'vi'): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  if (day !== 1) return ui === 'vi' ? `${day}/${month + 1}` : `${day} ${months[month] ?? ''}`;
  if (month !== 0) return ui === 'vi' ? `th. ${month + 1}` : (months[month] ?? '');
  return String(year);
}

/** A date as people type it, as the API takes it: 2019, 2019-6, 2019-06-30, and 30/6/2019 or 6/2019. Nothing is no date and none is asked for; null is a mistake. */
export function read_day(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return '';
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(typed);
  const turned = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(typed);
  const [year, month, day] = found ? found.slice(1) : turned ? turned.slice(1).reverse() : [];
  if (!year) return null;
  const whole = [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
  const time = ms(whole);
  return time !== null && iso(time).startsWith(whole) ? whole : null;
}
