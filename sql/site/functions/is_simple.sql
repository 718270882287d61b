create or replace function djet.is_simple(
  password text
)
returns boolean
language sql
immutable
as $$
  with rows (keys) as (
    values
      ('abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn '
       '1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p q1w2e3r4t5y6 qazwsxedcrfvtgbyhnujmik !@#$%^&*() '
       'абвгдежзийклмнопрстуфхцчшщъыьэюя йцукенгшщзхъ фывапролджэ ячсмитьбю αβγδεζηθικλμνξοπρστυφχψω ')
  ),
  text as (
    -- No password is longer; the time grows with the square of the length.
    select lower(left(is_simple.password, 1000)) as typed, length(left(is_simple.password, 1000)) as size
  )
  select
    -- At least three quarters of the characters follow from the one before.
    (
      select count(*) filter (
        where left(pair, 1) = right(pair, 1)
          or strpos(rows.keys, pair) > 0
          or strpos(rows.keys, reverse(pair)) > 0
      ) >= 0.75 * count(*)
      from (select substr(typed, at, 2) as pair from generate_series(1, size - 1) at) pairs
    )
    -- The text repeats its beginning, perhaps behind a sign.
    or exists (
      select
      from generate_series(1, least((size + 1) / 2, 50)) period
      where left(typed, size - period) = substr(typed, period + 1)
    )
    -- It is made of years and dates.
    or translate(typed, ' !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '')
      ~ '^((0?[1-9]|[12][0-9]|3[01]){2}(19|20)[0-9]{2}|(19|20)[0-9]{2}((0?[1-9]|[12][0-9]|3[01]){2})?)+$'
  from text, rows
$$;

comment on function djet.is_simple is
  'Returns true if a password is a sequence of the alphabet, of numbers or of keys, the same over and over '
  'again, or years and dates with signs around them.';
