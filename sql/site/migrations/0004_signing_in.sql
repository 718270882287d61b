-- Signing in: one-time codes as a second factor, and the passwords that everybody tries first.

alter table djet.role add column needs_second_factor boolean not null default false;

comment on column djet.role.needs_second_factor is
  'Whether whoever has the role must sign in with a one-time code besides the password.';

alter table djet.session add column second_factor_at timestamptz;

comment on column djet.session.second_factor_at is
  'When its user proved the second factor in it; null: not. Where one is due, the session is nobody''s until then.';

alter table djet.server add column seen_at timestamptz not null default now();

comment on column djet.server.seen_at is 'When it last said that it serves, which it does every minute.';

drop function if exists djet.site_address();

create table djet.second_factor (
  user_id bigint not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint,
  session_id bigint,
  secret bytea not null,
  constraint second_factor_pkey primary key (user_id),
  constraint second_factor_user_id_fkey foreign key (user_id) references djet.users (id),
  constraint second_factor_secret_has_160_bits check (length(secret) = 20)
);

comment on table djet.second_factor is
  'The secrets of which devices make one-time codes (RFC 6238), one for each user who has set it up or is about to.';
comment on column djet.second_factor.user_id is 'Whose it is.';
comment on column djet.second_factor.created_at is 'When the secret was made.';
comment on column djet.second_factor.confirmed_at is 'When a code of it proved that a device has it; until then it counts for nothing.';
comment on column djet.second_factor.last_step is
  'The half minute, counted from 1970, of the last code that was accepted: no code is accepted that is not of a later one.';
comment on column djet.second_factor.session_id is
  'The session in which it was begun. It alone is shown the secret, and can confirm it: whoever else knows the password must not '
  'learn the secret of a device that is being set up. Null: it was begun in none.';
comment on column djet.second_factor.secret is
  'The secret, as it is: codes cannot be checked with less. Nobody but the schema''s owner can read it.';

create table djet.recovery_code (
  user_id bigint not null,
  code_hash bytea not null,
  constraint recovery_code_pkey primary key (user_id, code_hash),
  constraint recovery_code_user_id_fkey
    foreign key (user_id) references djet.second_factor (user_id) on delete cascade,
  constraint recovery_code_code_hash_is_sha256 check (length(code_hash) = 32)
);

comment on table djet.recovery_code is
  'Codes that each stand once for the one-time code of a lost device. One that was used is deleted.';
comment on column djet.recovery_code.user_id is 'Whose it is.';
comment on column djet.recovery_code.code_hash is 'The sha256 of the code, which has 80 random bits and was shown once.';

-- Functions that take or return something else from now on.
drop function if exists djet.session_of(text, timestamptz);
drop function if exists djet.begin_sign_in(text, text, timestamptz);
drop function if exists djet.sign_in_keys(text, text, timestamptz);
drop function if exists djet.forgive_sign_in(text, text, timestamptz);
drop function if exists djet.start_session(bigint, text, text, timestamptz);

create table djet.common_password (
  password text collate "C" not null,
  constraint common_password_pkey primary key (password)
);

comment on table djet.common_password is
  'Passwords, in lower case, that are tried first by whoever guesses. None of them can be set, nor one that is hardly more.';
comment on column djet.common_password.password is 'The password, or what is left of it without the digits at its ends.';

-- The 10,000 most common of each of two lists, and all the others there of at least 10 characters:
--   common-passwords.txt of Django 5.2, by Royce Williams, made of the frequencies in Have I Been Pwned (BSD licence);
--   the passwords of zxcvbn 4.5, by Daniel Wolf and Dan Wheeler, made of Mark Burnett's list (MIT licence).
-- Left out is what is shorter than 4 characters, holds blanks, or is no readable text.
insert into djet.common_password (password)
select word
from string_to_table(translate(btrim($common$
!ab#cd$ !qaz2wsx !~!1 "1,00001e+14" "zxcvbnm," "zxcvbnm,./" #1bitch %%passwo &#2336: &#2336; ***** ****** **********
...... .adgjm .adgjmptw 0.0.0.000 0.0.000 0.00000000 0000 00000 000000 0000000 00000000 000000000 0000000000
000000000000 0000000000d 0000000000o 0000001 0000007 000000a 000001 000007 00001111 0001 000111 000123 0007 000777fffa
000999 000webhost 001122 00112233 007007 007700 007bond 010101 01010101 01011 01011900 01011910 01011950 01011960
01011961 01011970 01011971 01011972 01011973 01011974 01011975 01011976 01011977 01011978 01011979 01011980 01011981
01011982 01011983 01011984 01011985 01011986 01011987 01011988 01011989 01011990 01011991 01011992 01011993 01011994
01011995 01011999 01012000 01012001 01012010 01012011 010180 010203 01020304 0102030405 010203040506 01021990 01031985
01031988 01031989 01041985 01041988 01061986 01061990 01071986 01081989 01091987 01091989 01121986 01121988 0123
01230123 012345 0123456 01234567 0123456789 01234567890 012345678910 0123654789 014702580369 0147258369 01478520
0147852369 014789 0147896325 0192837465 01telemike01 02011971 02011975 02011980 02011981 02011982 02011983 02011984
02011985 02011986 02011987 02011988 02011989 020202 02021971 02021973 02021976 02021979 02021981 02021982 02021983
02021984 02021985 02021986 02021987 02021988 02021989 02021990 02031970 02031973 02031974 02031975 02031977 02031978
02031979 02031980 02031981 02031982 02031984 02031985 02031986 02031987 02031988 02031989 02041972 02041973 02041974
02041975 02041976 02041977 02041978 02041979 02041980 02041981 02041982 02041983 02041984 02041985 02041986 02041987
02041988 02041989 02051970 02051972 02051973 02051975 02051976 02051977 02051978 02051980 02051981 02051982 02051983
02051984 02051985 02051986 02051987 02051988 02051989 02061971 02061972 02061974 02061976 02061977 02061980 02061982
02061983 02061984 02061985 02061986 02061987 02061988 02061989 02071971 02071975 02071976 02071978 02071979 02071980
02071981 02071982 02071983 02071984 02071986 02071987 02071988 02071989 02081970 02081973 02081974 02081976 02081977
02081980 02081982 02081983 02081984 02081985 02081986 02081987 02081988 02081989 02091971 02091973 02091975 02091976
02091977 02091980 02091981 02091983 02091984 02091985 02091986 02091987 02091989 02101973 02101976 02101977 02101979
02101981 02101983 02101984 02101985 02101986 02101987 02101988 02101989 030303 03031986 03041986 03041991 03082006
040404 04041988 04041991 0420 050505 05051985 05051987 05051989 060606 06061986 063dyjuy 070707 07071977 07071987
070809 07091990 08031985 08031986 08051990 080808 08081988 08121986 085tzzqi 088011 09051945 090807 090909 09876
098765 0987654 09876543 0987654321 0987654321a 0987654321q 0cdh0v99ue 0icotpd785 0o9i8u 0o9i8u7y 0o9i8u7y6t
0r968ji9ufj6 1000 10000 100000 1000000 100001 1001 100100 10011986 10011990 1002 100200 100200300 1003 10031988 1004
1005 100500 10051987 1007 10071987 1008 1009 1010 10101 101010 10101010 1010101010 10101986 10101990 101091m 1011
101101 101112 1012 1013 1017 1020 10203 102030 10203040 1020304050 102030405060 1022 1023 1024 102938 10293847
1029384756 1029384756q 10293847qp 1031 10577 1066 10987654321 10sne1 110001 11001001 110011 110019 110075 110085
110092 110110 110120 1102 110442 11051987 11051990 11061985 110688 11081989 111000 1111 11111 111111 1111111 11111111
111111111 1111111111 11111111111 111111111111 111111111111111 1111111111zz 111111a 111111q 111112 1111122222 11111a
11111aaaaa 11111q 11112222 1111qqqq 1112 111213 1112131415 11121986 111222 11122233 111222333 111222333000
111222333444555 111222333a 111222tianya 111333 111555 111777 111999 111aaa 111nice 111qqq 1121 112112 1122 112211
11221122 1122112211 11223 112233 1122334 11223344 1122334455 112233445566 112233a 112233q 1123 112358 11235813
1123581321 1124 1125 113113 113355 1133557799 114477 115599 12011987 120120 12021988 12031985 12031987 1204 12051988
120676 1210 1211 1211109032 121121 1212 12121 121212 1212121 12121212 1212121212 1212123 121212a 121212q 12121985
12121990 1212312121 121283 1213 121314 12131415 1213141516 121324810z 1215 122001 122002 1221 122112 12211221 1223
122333 1223334444 122333444455555 1224 1225 1230 123000 1230123 12301230 123098 12312 123123 1231231 12312312
123123123 123123123123 123123123a 123123123q 1231234 123123a 123123e 123123q 123123qwe 123123qweqwe 123123z 12321
1232123 1232323q 123258 12332 123321 1233211 123321123 123321123321 123321456 123321456654 123321a 123321q 123321qwe
123321qweewq 123321z 123369 1234 12340987 123412 1234123 12341234 1234321 1234432 12344321 12345 123450 1234509876
123451 12345123 1234512345 123454 12345432 123454321 123455 1234554321 1234554321a 1234554321q 123456 123456. 1234560
12345600 1234561 12345612 123456123 123456123456 1234562000 1234565 12345654321 1234566 123456654321 1234567 12345671
12345672000 12345677 12345678 123456781 123456782000 1234567887654321 123456789 123456789* 123456789+ 123456789.
1234567890 1234567890- 1234567890-= 12345678900 123456789000 12345678900987654321 12345678901 1234567890123
12345678901234567890 1234567890987654321 1234567890a 1234567890d 1234567890m 1234567890o 1234567890p 1234567890q
1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890qwertyuiop 1234567890s 1234567890w 1234567890z
1234567890zzz 1234567891 12345678910 123456789101 1234567891011 123456789101112 12345678912 123456789123
123456789123456 1234567891234567 123456789123456789 1234567892000 1234567898 12345678987654321 1234567899
123456789987654321 123456789a 123456789aa 123456789abc 123456789as 123456789asd 123456789b 123456789c 123456789d
123456789e 123456789f 123456789g 123456789h 123456789i 123456789j 123456789k 123456789l 123456789m 123456789n
123456789o 123456789p 123456789q 123456789qaz 123456789qq 123456789qqq 123456789qw 123456789qwe 123456789qwer
123456789qwerty 123456789r 123456789s 123456789t 123456789v 123456789w 123456789x 123456789y 123456789z 123456789zx
123456789zxc 123456789zz 12345678a 12345678q 12345678qwe 12345678s 12345679 1234567a 1234567aa 1234567b 1234567j
1234567m 1234567q 1234567qwertyu 1234567s 1234567u 1234567z 1234568 12345687 1234569 123456987 123456a 123456aa
123456aaa 123456ab 123456abc 123456abcd 123456as 123456asd 123456asdf 123456b 123456c 123456d 123456e 123456f 123456g
123456h 123456i 123456j 123456k 123456l 123456m 123456n 123456o 123456p 123456q 123456qq 123456qqq 123456qw 123456qwe
123456qwer 123456qwert 123456qwerty 123456r 123456ru 123456s 123456t 123456v 123456w 123456x 123456y 123456z 123456zxc
123457 123458 123459 12345a 12345abc 12345abcde 12345asd 12345asdfg 12345b 12345c 12345d 12345e 12345f 12345g 12345h
12345j 12345k 12345l 12345m 12345n 12345p 12345q 12345qaz 12345qw 12345qwe 12345qwer 12345qwert 12345qwerty 12345r
12345s 12345t 12345trewq 12345v 12345w 12345z 12345zxcvb 123465 12348765 12349876 1234ab 1234abc 1234abcd 1234asdf
1234kekc 1234qaz 1234qw 1234qwe 1234qwer 1234qwerasdf 1234qwerasdfzxcv 1234qwerty 1234rewq 1234zxcv 123567 1235789
1235813 123581321 12365 123654 12365478 123654789 1236547890 123654789a 123654a 123698 1236987 12369874 123698741
123698745 123789 123789456 1237895 123890 123987 123a123 123a456 123aaa 123ab 123abc 123abc123 123abcd 123admin32
123admin321 123admin321a 123asd 123asd123 123bbb 123ewq 123hfjdk147 123kid 123love 123masha 123mudar 123password
123q123 123qaz 123qq123 123qw 123qwe 123qwe123 123qwe123qwe 123qwe456 123qwe456rty 123qweas 123qweasd 123qweasdzx
123qweasdzxc 123qwer 123qwert 123qwerty 123qwerty123 123rrr 123soleil 123stella 123zxc 124038 12413 124356 124578
124816 125125 128500 12locked 12qw12 12qw12qw 12qw23we 12qw34er 12qw34er56ty 12qwas 12qwaszx 12qwerty 12s3t4p55
13021990 13031987 13041987 13041988 13061986 13121985 1313 13131 131313 13131313 131415 131421 1314520 1314521 132435
13243546 132456 13245768 132465 132forever 1342 134679 134679852 1346798520 135246 1357 13572468 13576479 13579 135790
1357908642 135791 1357911 1357913579 135792468 1357924680 135798642 135799 1357997531 13587930210 1366613 1369
14021985 14021986 14061991 14111986 14121412 1414 141414 14141414 141516 141627 142536 142857 143143 14344 1435254
145236 14531453 145632 147147 147258 14725836 147258369 1472583690 147258369a 147369 1475369 1475963 147741 147852
1478520 14785236 147852369 147896 1478963 14789632 147896321 147896325 147963 14881488 1492 15011987 15021985 15051981
15051990 150781 15101986 1515 151515 15151515 151nxjmt 153624 153759 15426378 159159 159159159 159263 159357 159357456
159357a 159632 1596321 15975 159753 159753123 159753159753 1597532486 159753456 159753456852 159753a 159852 1598753
159951 16051987 16051989 16121987 161616 162534 168168 168asd168 1701 17011987 17051988 17061988 171717 17171717aa
1725782 172839 1776 18011987 18061990 18091985 1812 18121812 181818 18273645 18436572 18atcskd2w 18n28n24a5 19031903
19051905 19061987 19071907 19101987 1911a1 191919 192837 19283746 192837465 1928374655 19411945 1945 1951 1958proman
1960 1961 1962 1963 19631963 1964 19641964 1965 19651965 1966 19661966 1967 19671967 1968 19681968 1969 19691969
196969 1970 19701970 1971 19711971 1972 19721972 1973 19731973 1974 19741974 1975 19751975 1976 19761976 1977 19771977
1978 19781978 1979 19791979 1980 198000 19801980 1981 19811981 1982 19821982 1983 19831983 1984 19841984 1985 19851985
1986 19861986 1986irachka 1987 19871987 1988 19881988 198888 1989 19891989 1990 19901990 1991 19911991 1992 19921992
1993 19931993 1994 19941994 1995 19951995 19952009sa 1996 19961996 1997 19971997 1998 19981998 1999 19991999
19mtpgam19 1a1a1a 1a2a3a 1a2a3a4a 1a2a3a4a5a 1a2b3c 1a2b3c4d 1a2b3c4d5e 1a2s3d 1a2s3d4f 1a2s3d4f5g 1a2s3d4f5g6h
1andonly 1angel 1anthony 1asdfghjkl 1asshole 1babygirl 1basebal 1batman 1bigdog 1bitch 1blood 1buster 1butterfly
1chance 1chocolate 1cookie 1dallas 1diamond 1dragon 1family 1footbal 1football 1fptjtl919 1fr2rfq7xl 1fuck 1fuckme
1fuckyou 1g2w3e4r 1harley 1hotmama 1hottie 1hxboqg2 1iloveyou 1jennife 1jesus 1killer 1letmein 1life2live 1love
1loveme 1lover 1loveu 1loveyou 1master 1michael 1million 1money 1monkey 1mother 1mustang 1myspace 1nigga 1pass1page
1passwor 1password 1player 1princess 1pussy 1q1q1q 1q1q1q1q 1q2q3q 1q2q3q4q 1q2q3q4q5q 1q2w3 1q2w3e 1q2w3e4 1q2w3e4r
1q2w3e4r5 1q2w3e4r5t 1q2w3e4r5t6 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p
1qa2ws 1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qay2wsx 1qaz 1qaz!qaz 1qaz1qaz 1qaz2ws 1qaz2wsx 1qaz2wsx3e 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qazse4 1qazwsx 1qazwsxedc 1qazxc 1qazxsw 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qazzaq1 1qw23er4
1qwert 1qwerty 1qwertyuio 1qwertyuiop 1ranger 1sexy 1sexybitch 1shadow 1sunshine 1superman 1truelove 1v7upjw3nt
1x2zkg8w 1z2x3c 1z2x3c4v 1z2x3c4v5b 1zn6fpn01n 1zn6fpn01x 1zxcvbnm 2000 200000 20002000 2000comeer 2001 20012001 2002
20022002 2003 20031987 20032003 2004 2005 20051988 20052005 2006 20061988 20062006 2007 20070509031 20072007 2008
20082008 2009 20091988 20091991 20092009 2010 201010 20102010 2011 20111986 20112011 2012comeer 201301 201314 2020
202020 20202020 203040 20spanks 21011989 21031987 21031988 21031990 21051988 21051991 21101986 2112 21122112 2121
212121 21212121 212223 2128506 214365 22011988 22021986 22021989 22031984 22041987 22041988 22061941 22071986 2222
22222 222222 2222222 22222222 2222222222 222333 222444 222555 222777 223322 223344 22334455 224466 22446688 224488
225588 228228 2300mj 23021986 23041987 23176djivanfros 2323 232323 23232323 232425 233223 234234 23456 234567 2345678
23456789 235689 23jordan 23skidoo 24011985 24061986 24111989 2416101113 2424 242424 24242424 242526 2468 24680
2468013579 246810 24681012 246813579 24682468 2469 25000 25011990 25031987 25041988 25081988 25091987 25121987 2525
25251325 25252 252525 25252525 253634 2580 258000 25800852 25802580 258258 258369 258456 258852 258963 26031988
26061987 262626 26429vadim 26exkp 27061988 271828 272727 27653 27731828 28011987 28021990 28021992 28041987 282828
29011985 29051989 29071983 290966 292929 29rsavoy 2blessed 2bornot2b 2children 2cool4u 2cute4u 2cxdn8s271 2dumb2live
2fast4u 2gether 2girls 2good4u 2hot4u 2kroliczek 2pacshakur 2sexy4u 2sweet 2w3e4r 2wsx3edc 2wsxzaq1 3000 3000gt
30031988 30041986 30051985 3006 303030 31011987 31081981rs 31217221027711 313131 314159 3141592 31415926 3141592654
3151020 315475 315920 31x7t5xbke 321123 321321 321321321 321456 321654 32165498 321654987 32167 3216732167 321678
322223 323232 3234412 32615948worms 3263827 332211 333221 333222 3333 33333 333333 3333333 33333333 333333333
3333333333 333444 333555 333666 333666999 333777 333999 334455 335577 336699 33rjhjds 343434 34523452 345678 3465xxx
3526535265 353535 357159 357753 357951 357mag 362436 362514 363636 369258 369258147 369369 369852 369852147 3698741
369963 373737 383838 38gjgeuftd 393041123 3984240 3children 3d8cubaj2e 3daysgrace 3e2w1q 3edc4rfv 3f3fpht7op 3girls
3ip76k2 3odi15ngxb 3qdlqb49js 3rjs1la2qe 3rjs1la7qe 3rjs5la8qe 3s43pth5aea 3syqo15hil 3x7pxr 400053 404040 4121 4128
413276191q 414141 415263 41d8cd98f00b 4200 420000 420247 420420 420weed 421uiopy258 424242 426hemi 427900 4294967296
42qwerty42 43046721 4321 434343 4417 44332211 4444 44444 444444 4444444 44444444 4444444444 444555 444777 445566
44magnum 454545 45454545 456123 456123789 456258 456321 456456 456456456 456654 456789 456789123 456852 456987
45m2do5bs 464646 474747 48151623 4815162342 4815162342a 4815162342lost 4815162342q 484848 4904s677075 49ers 4children
4ever 4myspace 4rfv3edc 4runner 4you 5000 500000 505050 50cent 50spanks 51051051051 5150 515000 515051 51505150 515151
515253 5201314 520520 520love101182 5211314 521521 525252 5329 535353 541233432442 54321 543210 5432112345 545454
5532361cnjqrf 5544332211 555000 5551212 555222 555333 5555 55555 555555 5555555 55555555 5555555555 555556 55555a
555666 555777 556677 55bgates 55chevy 560037 560076 560078 565656 5678 56789 567890 575757 57chevy 584520 5845201314
585858 59382113kevinp 5hsu75kpot 5plk4l5uc7 5poppin 5t4r3e2w1q 5tgb6yhn 5wr2i7h8 5x1cjdsb9p 5xfgs3ii9d 606060 615243
616161 619619 622521 626262 635241 636363 646464 651550 654123 654321 6543210 654321a 654321q 654654 654987 655321
656565 6655321 665544 6661313 66613666 666333 666555 6666 66666 666666 6666666 66666666 6666666666 666666a 666777
666888 666999 671fsa75yt 6751520 676767 67camaro 686868 68camaro 69213124 6969 69696 696969 69696969 699669 69camaro
6hbf28w791 6uldv8 6v21wbgad 7007 707070 709394 717171 727272 73501505 737373 74108520 7412369 74123698 741258
741258963 7415963 741741 741852 74185296 741852963 7418529630 741963 74227422 742617000027 747400 747474 748596 753159
753357 753951 757575 7654321 767676 7753191 7758258 7758521 777000 777111 777333 777444 777555 777666 7777 77777
7777755102q 777777 7777777 77777777 7777777777 7777777a 777888 7779311 777999 777vlad 778899 784512 786786 786786786
787878 787898 789123 78945 789456 78945612 789456123 7894561230 789456123a 7895123 7896321 78963214 789632145 789654
789654123 789789 789789789 789852 789987 794613 797979 7elephants 7grout 7hrdnw23 7jokx7b9du 7ugd5hip2j 80070633pc
80637852730 808080 8096468644q 80988218126 818181 81fukkc 823762 837519 85208520 8522003 852258 852456 852852 852963
858585 8675309 868686 875421 87654321 87654321q 878787 87e5nclizry 88002000600 885522 8888 88888 888888 8888888
88888888 8888888888 888999 890098890 89015173454 89032073168 89172735872 89211375759 89231243658s 895623 89600506779
89876065093rax 898989 8ball 8inches 8ix6s1fceh 8j4ye3uz 8phrowz622 8phrowz624 9-11-1961 90210 902100 906090 9085084232
9085603566 909090 9111961 911911 911turbo 918273 918273645 9293709b13 92k2cizcdp 9379992 951357 951753 9562876 963258
963258741 963369 963852 963852741 9638527410 963963 969696 980099 986532 987123 987321 9874123 987456 987456321 98765
987654 9876543 98765432 987654321 9876543210 9876543211 987654321a 987654321g 987654321q 987654321z 987789 987987
989244342a 989898 996633 99762000 998877 9988776655 999000 999111 999111999q 999666 999777 999888 9999 99999 999999
9999999 99999999 999999999 9999999999 99strenght 9uzp9jek3f 9z5ve9rrcz <blank> <password> ?????? ??????? ????????
?????????? ??????@mail.ru @bigmir.net a00000 a000000 a11111 a111111 a112233 a123098 a123123 a123321 a1234 a12345
a123456 a1234567 a12345678 a123456789 a1234567890 a123456a a123654 a1a1a1 a1a1a1a1 a1a2a3 a1a2a3a4 a1a2a3a4a5 a1b2c3
a1b2c3d4 a1b2c3d4e5 a1s2d3 a1s2d3f4 a1s2d3f4g5 a1s2d3f4g5h6 a23456 a3eilm2s2y a4tech a654321 a7777777 a801016 a838hfid
a987654321 aa123123 aa1234 aa123456 aa123456789 aaa111 aaa123 aaa123123 aaaa aaaa1111 aaaaa aaaaa1 aaaaaa aaaaaa1
aaaaaaa aaaaaaa1 aaaaaaaa aaaaaaaaa aaaaaaaaa1 aaaaaaaaaa aaabbb aaasss aabbcc aaliyah aaliyah1 aardvark aaron aaron1
aaron123 aaron431 aassdd ab1234 ab123456 abacab abacus abbey1 abby abc12 abc123 abc1234 abc12345 abc123456 abc1234567
abc123456789 abc123abc abc321 abcabc abcd abcd12 abcd123 abcd1234 abcd12345 abcd123456 abcde abcde1 abcde123
abcde12345 abcdef abcdef1 abcdef123 abcdefg abcdefg1 abcdefg123 abcdefgh abcdefgh1 abcdefghi1 abcdefghij abcxyz
abdulla abdullah abercrombie aberdeen abgrtyu abhishek abigail abigail1 abiodun abnormal abracadabra abraham
abrakadabra abraxas abrupt absolut abstr abudfv acacia acapulco access access1 access14 access2 access99 accord
account account1 accountant accountbloc accounting ace123 aceman acetate achilles achtung acidburn acmilan action
acuario acura acura1 ad123456 adam adam1 adam12 adam123 adam25 adams33486 addison addison1 adebayo adekunle adelaide
adelina adeline adeola adewale adgjmp adgjmptw adidas adidas1 aditya admin admin1 admin123 admin18533362 administrator
adonai adonis adrenalin adrian adrian1 adriana adriana1 adriano adrien adrienne adrock adv24 advent adventur adventure
aerosmit aerosmith aerosmith1 aeynbr aezakmi afghanistan africa africa1 afrika afrika2002 afrodita again1 agassi
agent007 aggie aggies agnieszka agnieszka1 agosto agustin agyvorc ahbird1984 ahmed aiden1 aikido aikman aileen airborn
airborne airbus airforce airforce1 airman airplane airwolf aisan aishiteru ajax ajcuivd289 ajnjuhfabz akademiks11
akasha akatsuki akax89wn akira akopa123 aksrms8010 alabama alabama1 alabama123 aladdin aladin alain alaska alaska1
alatam albany albatros albert albert1 alberto alberto1 albina albion alcatel alcatraz alchemy alegria alejandr
alejandra alejandra1 alejandro alejandro1 alejandro2 aleksa aleksander aleksandr aleksandra aleksei aleksey alenka
alessand alessandra alessandro alessia alessio alex alex01 alex1 alex10 alex11 alex12 alex123 alex1234 alex13 alexa
alexa1 alexalex alexande alexander alexander1 alexander2 alexander3 alexandr alexandra alexandra1 alexandre alexandria
alexandru alexei alexey alexi alexia alexis alexis09 alexis1 alexis12 alexis123 alexsander alexus alexxx alfa alfalfa
alfarome alfaromeo alfons alfonso alfred alfredo alfredo1 algerie algernon ali123 aliali alibaba alice alice1 alicia
alicia1 aliens aligator alina alinka alisha alisha1 alisher alison alison1 alissa alkaline all4me all4one alladin79
allah allah1 allah786 allahakbar allahu allahuakbar allan allan1 allblack allday allegro allen allen1 alleycat
alliance allie1 alligator allison allison1 allmine allnight allrecipes allsop allstar allstar1 allstars allstate
almario927 almighty almond aloha aloha1 alondra alonso alpha alpha1 alpha123 alpha7 alphabet alphaman alphaomega
alpina alpine altair altec alterego alternativa althor altima altoids alucard alvarez alvaro alvin always always1
alyssa alyssa1 am4h39d8nh amadeus amadeusptfcor amalia amand amanda amanda1 amanda12 amanda123 amanda2 amandine
amarillo amateur amateurs amatory amature amazing amazing1 amazon amber amber1 amber123 ambers ambrosia amdturion64
amelia amelia1 amelie americ america america1 america10 america12 america123 american american1 amerika ameteur
amethyst ametuer amidala amiga amigo amigos amistad amonra amor amor123 amorcit amorcito amore amoremio amores
amoreterno amormi amormio amour amoure amours amstel amsterda amsterdam amsterdam1 amy123 an83546921an13 ana123
anaconda anai anakin anakonda anal analsex anamaria ananas ananda anarchy anarchy1 anastasi anastasia anastasia1
anastasija anastasiya anatoliy anderso anderson anderson1 andover andre andre1 andre123 andrea andrea1 andreas
andreas1 andreea andreev andrei andrej andres andres1 andrew andrew01 andrew1 andrew11 andrew12 andrew123 andrew2
andrewjackie andrey andrey1992 andromed andromeda andros anduril andy andy123 andyod22 anechka anfield anfisa angel
angel01 angel07 angel08 angel1 angel10 angel101 angel11 angel12 angel123 angel13 angel14 angel15 angel16 angel17
angel18 angel2 angel21 angel22 angel23 angel3 angel4 angel5 angel6 angel666 angel69 angel7 angel8 angel88 angel9
angela angela1 angelbaby angelbaby1 angeles angeleye angeleyes angeleyes1 angelica angelica1 angelika angelina
angelina1 angeline angelique angelit angelito angelo angelo1 angelochek angelofwar angelok angels angels1 angelseye22
angelus angie angie1 angus angus1 anhyeuem animal animal1 animal2000 animals animals1 anime anime1 anita anita1 anjali
anjing ankara anna anna123 anna2614 annabelle annabelle1 annalisa annamaria anne annette annette1 annie annie1 annika
answer antananarivu antares anteater antelope anthon anthony anthony1 anthony12 anthony123 anthony2 anthony3 anthony7
anthrax antigone antoine antoinette anton anton1 antonella antoni antonia antonio antonio1 antonio123 antonov antony
antoshka anubis anuradha anything anything1 aobo2010 aol123 aolsucks apache apelsin apocalypse apokalipsis apollo
apollo1 apollo11 apollo13 apple apple1 apple12 apple123 apple2 applepie applepie1 apples apples1 apples123 applesauce
apricot april april1 april10 april11 april12 april13 april14 april15 april16 april17 april18 april20 april21 april22
april23 april24 aprilia apsk54321 apteka aptiva aptx4869 aquafina aqualung aquaman aquamarine aquarius aquila aqwzsx
arabella arabella24630 aragorn aramis ararat arcadia arcane arcangel archana archange archangel archer archery archie
archie1 architec architect archon arcobaleno area51 argent argentin argentina argentina1 argonaut argyle ariana
ariana1 ariane arianna arianna1 ariel ariel1 aries arioch arizona arizona1 arjay arlene armada armageddon armagedon
arman armando armando1 armani armorgames armstron armstrong armstrong1 arnaud arnold arnold1 arrakis arrow arrow1
arrows arschloch arschloch1 arsena arsenal arsenal1 arsenal123 arsenal14 arsenalfc arslan artem artemis artemka arthur
arthur1 artist artofwar artur arturo aruba as1234 as123456 as790433 asasas asasin asd123 asd1234 asd12345 asd123456
asd123asd asd222 asd456 asdas asdasd asdasd1 asdasd123 asdasd5 asdasdasd asdasdasd1 asddsa asdf asdf12 asdf123
asdf1234 asdf123456 asdf3423 asdfasdf asdfasdf1 asdffdsa asdfg asdfg1 asdfg123 asdfg12345 asdfgh asdfgh01 asdfgh1
asdfgh12 asdfgh123 asdfgh123456 asdfghj asdfghj1 asdfghjk asdfghjkl asdfghjkl1 asdfghjkl12 asdfghjkl123 asdfghjkl:
asdfghjkl:&#39: asdfghjkl; asdfjkl asdfjkl: asdfjkl; asdfqwer asdfzxcv asdqwe asdqwe123 asdzxc asgard ash123 ashish
ashle ashlee ashlee1 ashleigh ashleigh1 ashley ashley01 ashley1 ashley11 ashley12 ashley123 ashley13 ashley2 ashton
ashton1 asians asimov aslan asmodeus aspen aspire aspirine asroma ass123 assasin assass assass1 assassin assassins
assclown asscock assface assfuck asshol asshole asshole1 asshole12 asshole123 asshole2 assholes asslover assman
assmunch asssss asswipe assword astalavista asterios asterix asthma astonmartin astonvil astonvilla astra astral
astrid astro astro1 astros athena athena1 athlon athome atlanta atlanta1 atlantis atlas1 atomic atreides atticus
attila attitude aubrey auburn auburn1 auckland2010 audi audi100 audi80 audia3 audia4 audia6 audis4 auditt audrey
audrey1 aug!272010 auggie august august1 august11 august12 august13 august21 august23 augustin augusto aurelie aurora
aurore aussie austin austin1 austin12 austin123 austin31 austin316 australi australia australia1 autocad autumn
autumn1 avalanch avalanche avalon avangard avanti avatar avenger avgust aviator avrillavigne avrora awdrgyjilp awesome
awesome1 awesome123 awful awnyce awo8rx3wa8t awsome axeman axio ayanami ayesha ayomide ayrton az123456 azamat azazaz
azazel azert azerty azerty1 azerty123 azertyui azertyuiop azrael azsxdc azsxdcfv azsxdcfvgb aztec azteca aztecs aztnm
azwebitalia azzer b12345 b123456 b123456789 baba babatunde babe babe123 babel babemagn babemagnet baberuth babes
babies baboon babushka baby baby01 baby07 baby08 baby09 baby10 baby101 baby11 baby12 baby123 baby1234 baby13 baby14
baby15 baby16 baby21 baby22 baby23 baby69 babybaby babybear babyblue babyblue1 babyboo babyboo1 babyboy babyboy1
babyboy123 babyboy2 babycake babycakes babycakes1 babydoll babydoll1 babyface babyface1 babygir babygirl babygirl!
babygirl01 babygirl06 babygirl07 babygirl08 babygirl09 babygirl1 babygirl10 babygirl11 babygirl12 babygirl13
babygirl14 babygirl15 babygirl16 babygirl17 babygirl18 babygirl19 babygirl2 babygirl20 babygirl21 babygirl22
babygirl23 babygirl24 babygirl3 babygirl4 babygirl5 babygirl69 babygirl7 babygirl9 babygurl babygurl1 babygurl12
babygurl13 babygurl14 babyko babylon babylon5 babylove babylove1 babyphat1 bacardi bacchus backbone backdoor backend
backspac backspace backspace1 backstreet badabing badass badass1 badbitch1 badboy badboy1 badboy2 badboys baddest
baddog badger badger1 badgers badgirl badgirl1 badguy badkarma badlands badman badminton badnaamhere badoo bagels
baggies baggins baggio bagira bagpuss bahamut bailey bailey01 bailey1 bailey12 bailey123 baili123com bajingan baker
baker1 baker3 balaji balance balboa balder baldrick baldur balle baller baller1 baller12 baller23 ballet ballgag
ballin ballin1 balloon balloons balls balls1 ballsack balrog baltika baltimor baltimore1 bama bambam bambam1 bambino
bamboo banaan banan banana banana1 banana11 banana123 bananas bananas1 banane bandi bandit bandit1 bandung bang
bangalore bangbang banger bangkok bangladesh banker banner banshee bantam banzai baphomet baraban baracuda baraka
barakuda barbados barbara barbara1 barbie barbie1 barbie123 barbiegirl barcelon barcelona barcelona1 bareback barefeet
barefoot barfly baritone barkley barks barley barnaby barney barney1 barnie baron1 baronn barracud barracuda barrage
barry1 barselona barsik bartek bartman bartok basebal basebal1 baseball baseball08 baseball09 baseball1 baseball10
baseball11 baseball12 baseball13 baseball14 baseball15 baseball16 baseball17 baseball18 baseball19 baseball2
baseball20 baseball21 baseball22 baseball23 baseball24 baseball25 baseball3 baseball33 baseball4 baseball5 baseball6
baseball7 baseball8 baseball9 basher basket basket1 basketba basketbal basketbal1 basketbal9 basketball basketball1
bass basser basset bassin bassman bassoon bastard bastard1 bastet bastos batgirl batigol batista batista1 batma batman
batman1 batman12 batman123 batman2 battle battlefield bauhaus baura bautista baxter baxter1 bayern baylee bayliner
baywatch bazooka bball bball1 bball12 bball23 bbbbbb bbbbbb1 bbking bcfields bdfyjd bdfyjdf bdsm beach beach1 beachbum
beaches beagle beaker beaks beamer beanbag beaner beaner1 beanie bear bear1 bear123 bearbear bearcat bearcats beardog
bears1 bearshare beast beast1 beastie beater beatle beatles beatles1 beatrice beatriz beautifu beautiful beautiful1
beautiful2 beauty beauty1 beaver beaver1 beavis beavis1 bebe bebe123 becca becca1 beckham beckham23 beckham7 becky
becky1 becool bedlam bedrock beebop beech beefcake beeker beeline beemer beer beerman beerme beethove beethoven
beethoven9 beetle beezer begemot behappy behemoth belair believe believe1 belinda belinea belize belkin bella bella1
bella12 bella123 bellaco bellagio belle belle1 bellissima belmont beloved beluga ben123 benben bender bendover
benedict benessere benfica beng bengals bengals1 benito benjami benjamin benjamin1 benjamin15 benji benji1 bennett
benny benny1 benoit benson bentley bentley1 beowulf beretta bereza berezuckiy bergkamp berkut berlin bernadette
bernard bernard1 bernardo bernhard bernie berserk bertha bertie besiktas bessie best bestbuy bestfriend bestfriends
bethan bethany bethany1 better betty betty1 bettyboo bettyboop bettyboop1 beverly beverly1 beyonce beyonce1 bharat
bhbcrf bhbirf bhbyrf bhebhe bhjxrf bian bianca bianca1 biao biatch biceps bicycle big1 big123 bigal bigass bigbad
bigballs bigbang bigbear bigben bigbird bigblack bigblock bigblue bigbob bigboobs bigbooty bigboss bigboy bigboy1
bigbrother bigbucks bigbutt bigbutts bigcat bigcock bigd bigdad bigdaddy bigdaddy1 bigdave bigdawg bigdick bigdick1
bigdicks bigdog bigdog1 bigdogg bigfish bigfoot bigfoot1 biggdogg biggie biggie1 biggirl biggles biggun bigguns bigguy
bighead bighead1 bigjim bigjoe bigjohn bigmac bigmama bigman bigman1 bigmike bigmoney bigmoney1 bignasty bignuts
bigone bigones bigpapa bigpenis bigpimp bigpimpi bigpimpin1 bigpoppa bigpun bigpussy bigred bigred1 bigsexy bigshow
bigstick bigtime bigtit bigtits bigtoe bigtruck biguns bigworm biit biker biker1 bikers bikini bilbo bilbo1 bill
billabon billabong billabong1 billiard billie billie1 billiejoe1 billows billy billy1 billy123 billyb billybob
billybob1 billyboy bimbo bimmer bing bingo bingo1 binky binladen bintang biohazard biology bionic bionicle bird33
birddog birdie birdie1 birdman birdman1 birmingham birthday birthday1 birthday10 birthday100 birthday21 birthday26
birthday27 birthday28 birthday299 birthday4 birthday54 biscuit biscuit1 bisexual bishop bishop1 bismarck bismark
bismilla bismillah bismillah1 bitch bitch! bitch01 bitch1 bitch101 bitch11 bitch12 bitch123 bitch13 bitch2 bitch22
bitch23 bitch3 bitch5 bitch69 bitchass bitchass1 bitches bitches1 bitchs bitchy bitchy1 biteme biteme1 biteme2 bizkit
bizzare bkl29m2bk blabla blabla1 blablabla blablabla1 black black1 black12 black123 black2 blackass blackbel blackbelt
blackberry blackbir blackbird blackboy blackcat blackcat123 blackcoc blackcock blackdog blackdragon blackhaw blackhawk
blackhawk1 blackheart blackhorse blackice blackie blackie1 blackjac blackjack blackjack1 blacklab blackman blackmetal
blackops blackout blackrose blackrose1 blacks blackwater blackwhite blacky blacky1 blade blade1 blade2 bladerunner
blades blah blah123 blahblah blahblah1 blaise blake blake1 blam blanca blanked blasted1 blaster blaster1 blaze blaze1
blazer blazer1 blazers bleach bleach1 blender blessed blessed1 blessing blessing1 blessings blindax blingbling blink
blink123 blink18 blink182 blinky blitz blizzard blizzard1 blkdrag0ns blobby blogs123 bloke blonde blonde1 blondes
blondie blondie1 blondinka blonds blondy blood blood1 blood4life blood5 bloods bloods1 bloody bloody1 bloomin bloopers
blossom blossom1 blower blowfish blowjob blowjobs blowme blowme1 bltynbabrfwbz blubber blue blue1 blue10 blue11 blue12
blue123 blue1234 blue13 blue21 blue22 blue23 blue32 blue42 blue44 blue69 blue99 blueball bluebear bluebell blueberr
blueberry blueberry1 bluebird bluebird1 blueblue blueboy bluedevi bluedevils bluedog bluedragon blueeyes blueeyes1
bluefish bluejay bluejays blueman bluemoon bluenose blues blues1 bluesky bluesman bluestar blunted blunts bmw2002
bmw318 bmw320 bmw325 bmw525 boarder boater boating bob123 bobafett bobber bobbie bobbob bobbob1 bobby bobby1 bobby123
bobbys bobcat bobcats bobdole bobdylan bobert bobesponja bobmarle bobmarley bobmarley1 bobo bobobo boeing bogart
bogdan bogey boggie bogota boguska123 bohica boiler boingo bolero bolitas boliva bolivi bollocks bollox bologna bombay
bomber bombers bonanza bonbon bond007 bondage bondarenko bonehead boner boners bones bones1 bonethug bonghit bonghits
bongo bonheur bonita bonita1 bonjour bonjovi bonkers bonnie bonnie1 bonovox bonsai bonzai bonzo boo123 boob boobear
boobear1 boobed boober boobie boobies boobies1 booboo booboo1 booboo12 booboo123 booboo2 boobs boobs1 boogaloo booger
booger1 boogers boogie boogie1 boohoo bookcase bookie bookmark bookworm boomboom boomer boomer1 booper booster booter
bootie booties bootleg boots boots1 bootsie bootsy booty booty1 bootys booyah boozer bopper borabora bordeaux
boredboi4u boricua boricua1 boris boris1 boris123 boroda boromir borussia bosco bosco1 boscoe01 boss boss302 bosshog
bossman bossman1 boston boston1 boubou boulder bounce bouncer bounty bowl300 bowler bowling bowling1 bowtie bowwow
bowwow1 boxcar boxer boxers boxing boxster boxter boy123 boy4u2ownnyc boyfriend1 boytoy boyz bozo bp2002
bpgjldsgjldthnf br0d3r br549 brabus bradford bradley bradley1 brady12 bramble brandi brandi1 brando brandon brandon1
brandon12 brandon123 brandon2 brandy brandy1 brasil brasilia bratz1 bravehea braveheart braves braves1 bravo1 brayden
brayden1 brazil brazil1 breakdance breaker breanna breanna1 breast breasts breeze breezy bremen brenda brenda1 brendan
brendan1 brenden brent1 brest bretagne brian brian1 brian123 briana briana1 brianna brianna1 brians briciola bricks
bridge bridget bridget1 briefs brigada bright brighton brigitte bristol britney britney1 britt1 brittany brittany1
brittany12 brittney brittney1 broadband1 broadway brodie broken broken1 brokenhear broker bronco bronco1 broncos
broncos1 broodwar brooke brooke1 brooklyn brooklyn1 brooks brother brother1 brothers brown brown1 browndog browneye
browneyes1 brownie brownie1 browns brownsugar bruce bruce1 brucelee brucewayne bruins bruiser bruno bruno1 bruno123
brutis brutus brutus1 bryan bryan1 bryant bryant24 bscirc bubba bubba1 bubba123 bubba2 bubba69 bubbaa bubbas bubble
bubble1 bubblegum bubblegum1 bubbles bubbles1 bubbles12 bubbles123 bubbles2 buceta bucker bucket buckeye buckeye1
buckeyes buckeyes1 buckshot buckwhea bucky budapest buddah buddha buddha1 buddie buddy buddy1 buddy12 buddy123 buddy2
buddyboy buddydog buddys budgie budlight budlight1 budlite budman budweise budweiser budweiser1 buffa buffalo buffalo1
buffalos buffer buffet buffett buffy buffy1 buffys bugatti bugger buggy bugman bugsbunn bugsbunny bugsbunny1 buick
builder bujhmbujhm bukkake bukowski bull bulldawg bulldog bulldog1 bulldogs bulldogs1 bullet bullet1 bullfrog bullit
bulls bulls1 bulls23 bullseye bullshit bullshit1 bullwink bumble bumblebe bumblebee bumblebee1 bumbum bummer bumper
bunghole bungle bunnie bunnies bunny bunny1 bunny123 bunnys buratino burger burly burner burnout burrito burton
burton1 bushed bushel bushido bushido1 business business1 businessbabe businka buste busted busted1 buster buster01
buster1 buster11 buster12 buster123 buster2 bustle busty butch butch1 butchie butchy butkus butler butt butter butter1
butterball butterbean buttercu buttercup buttercup1 butterfl butterflies butterfly butterfly! butterfly0 butterfly1
butterfly2 butterfly3 butterfly4 butterfly5 butterfly6 butterfly7 butterfly8 butterfly9 buttfuck butthead butthead1
butthole butthole1 buttman button buttons buttons1 buttplug buzzard buzzer bvp33w7epu bwfq23jp7f byajhvfnbrf byebye
bynthytn byteme byusdg23 c.ronaldo c12345 c123456 c123456789 c2h5oh c3por2d2 c43dae874d c43qpul5rz caballo cabbage
cabernet cableguy caboose cabron caca caca123 cachorro cactus caddy cadillac cadillac1 cadman caesar cafc91 cafemom
caitlin caitlin1 caitlyn cajun calamity calculator caleb1 calgary cali calibra calico caliente californ california
california1 caligula calimero caline callie callie1 callisto callofduty callum calvin calvin1 calypso camaro camaro1
camaross camaroz28 camber cambiami cambridg cambridge camden came11 camel camel1 camelot camelot1 camels cameltoe
camera camera1 camero camero1 cameron cameron1 cameron123 camil camila camilla camille camille1 camilo camino campbell
camper canada canada1 canadian canary cancel cancer cancer1 cancun candice candice1 candies candle candy candy1
candy12 candy123 candy2 candyass candycane candycane1 candygirl1 candyman candys canela cang canine cannabis cannibal
cannon cannonda cannondale canon canon1 cantik cantona cantona7 canuck canucks canyon capcom capecod capetown capital1
capitals capoeira capone capri caprice capricor capricorn capricorn1 capricornio capslock captain captain1 car123
caracas carajo caralho caramba caramel caramel1 caramelo caravan carbon cardinal cardinals cardinals1 care1839
carebear carebear1 carebears1 career career121 carefree carina carla carling carlito carlitos carlo carlos carlos1
carlos12 carlos123 carlotta carlton carme carmel carmela carmelo carmelo15 carmen carmen1 carmex2 carnage carnival
carol carol1 carola carole carolina carolina1 caroline caroline1 carolyn carolyn1 carpedie carpediem carpediem1
carpente carpenter1 carpet carrera carrie carrie1 carrot carrots carson carson1 carsten carter carter1 carthage
cartman cartman1 cartoon cartoons carwash casablanca casanova caserta casey casey1 casey123 caseydog cashew cashflow
cashmone cashmoney cashmoney1 casino casio caspe casper casper1 cassandr cassandra cassandra1 cassidy cassidy1 cassie
cassie1 cassius caster castillo castle castro cat123 catalin catalina catania catarina catcat catch22 catcher catdaddy
catdog catdog1 caterina catfight catfish catfish1 catfood catherin catherine catherine1 cathy catman catnip cats
catter catwoman cavalier cavallo caveman cayenne cayman cazzo cazzone cbr600 cbr600rr cbr900 cbr900rr ccbill cccccc
cccccc1 cds04121989 cdtnbr cdtnkfyf ceasar ceaser cecile cecilia cecilia1 ceckbr cedric cegthgegth cegthgfhjkm celeb
celeron celeste celeste1 celica celina celine cellphone cellphone1 celtic celtic1 celtic1888 celticfc celtics cement
ceng center central central1 cepetsugih cerber cerberus cerebus cerveza cesar cesare cessna cevthrb cezer121 cfiekz
cfitymrf cfkfvfylhf cfvceyu cgfhnfr cghfdjxybr cgtwbfkbcn chacal chacha chacha1 chachi chai chainsaw challeng
challenger champ champ1 champagn champagne champion champion1 champs chance chance1 chandler chandler1 chandra chanel
chanel1 change change1 change1234 changeme changeme1 chango chantal chao chaos chaos1 chappy characte charger charger1
chargers chargers1 chargers21 charisma charity charl charle charlene charles charles1 charles2 charley charli charlie
charlie1 charlie12 charlie123 charlie2 charlie3 charlies charlott charlotte charlotte1 charlton charly charly2004
charmed charmed1 charming charon chase chase1 chaser chaton cheater cheater1 cheburashka cheche checker checkers
checkit checkmat cheddar cheeba cheech cheeks cheeky cheer cheer1 cheer123 cheerleade cheerleader cheerleaers cheers
chees cheese cheese! cheese1 cheese12 cheese123 cheese2 cheesecake cheetah cheetah1 cheguevara chelle chelle1234
chelse chelsea chelsea1 chelsea123 chelseafc chemical chemist chemistr chemistry chennai cherie cherokee cherokee1
cherries cherry cherry1 cherry12 cherry123 cheryl cheshire chessie chessmaster cheste chester chester1 chesty cheval
chevelle chevrole chevrolet chevrolet1 chevy chevy1 chevy2 chevys chevys10 chewbacc chewey chewie chewy chewy1
cheyanne cheyenne cheyenne1 chiara chicago chicago1 chicca chicco chicharito chichi chichi1 chicken chicken1 chicken12
chicken123 chicken2 chickens chickenwing101 chicks chico chico1 chief1 chiefs chihuahua chihuahua1 chiks children
children2 children3 chilli chillin chillout chilly chimera china china1 chinchilla chinese chingon chinnu chino
chinook chipie chipmunk chipper chipper1 chippy chiquita chisox chitown chivas chivas1 chivas10 chivas100 chivas11
chivas12 chivas123 chivas13 chloe chloe1 chloe123 chobits chocha chocobo chocolat chocolate chocolate! chocolate1
chocolate2 chocolate3 chocolate4 chocolate5 chocolate7 chocolate8 chocolate9 chooch choochoo chopin chopper chopper1
choppers chosen chosen1 chou chouchou choupette chowder chris chris01 chris1 chris10 chris11 chris12 chris123 chris13
chris2 chris23 chrisb chrisb1 chrisbln chrisbrown chriss chrissy chrissy1 christ christ1 christelle christia
christiaan christian christian1 christian2 christian7 christie christin christina christina1 christina2 christine
christine1 christma christmas christmas1 christmas2 christo christop christophe christopher christopher1 christy
christy1 chrome chronic chronic1 chronic420 chrono chronos chrysler chuai chuan chuang chubby chubby1 chucha chuchu
chuck chuck1 chuckie chuckles chucky chucky1 chui chunky chuo church church1 churchil ciao ciaociao ciara1 ciccio
cicero cigars cimbom cinder cinderella cindy cindy1 cinema cinnamon cinnamon1 cinta cintaku cipher cirrus cisco1
citadel citibank citroen citron citrus civicsi civilwar cjdthitycndj cjkysirj cjkywt cjmasterinf cjytxrf ckfdbr claire
claire1 clancy clapton clara clarence clarinet clarissa class08 class09 classic classic1 classics classof07 classof08
classof09 classof200 classof201 claude claudi claudia claudia1 claudio claymore clayton clayton1 clement clementine
clemson clemson1 cleopatr cleopatra cleopatra1 clevelan cleveland cleveland1 clifford clifford1 cliffy climax climber
clinton clipper clippers clips clit clitlick clitoris cloggy close-up closeup cloud9 clouds cloudy clover clover1
clovis clowns clubpenguin clutch clyde1 cm6e7aumn9 cme2012 cneltyn cnfkrth cnfnbcnbrf cnfybckfd cnjvfnjkju cntgfy
coach1 cobain cobalt cobra cobra1 cobra427 cobras cobraya cocacol cocacola cocacola1 cocaine coccinella cochise cock
cocker cockgobbler cocks cocksuck cocksucker coco coco12 coco123 cocoa1 coconut coconut1 codeblue codered cody cody123
coffee coffee1 coffees cohiba coke cola coldbeer coldplay coleman collecti colleen colleen1 college college1 collie
collin collins colnago colombi colombia colombia1 colorado colorado1 colors colossus colt45 colton colton1 coltrane
colts1 colts18 columbia columbo columbus comanche combat123654 comcast comcast1 comein comeon comeon11 comet comets
comfort comicbookdb comicbooks coming command commande commander commando commodor company compaq compaq1 compass
compton1 computador computadora compute computer computer1 computer11 computer12 computer123 computer2 computers conan
conan1 concepcion concord concorde concrete condom condor confidence confused confused1 cong conker conman connect
connection conner conner1 connie connie1 connor connor1 conrad constantin constantine consumer contact contortionist
contour contra contrasena control control1 converse converse1 coochie cooker cooki cookie cookie1 cookie12 cookie123
cookie2 cookie3 cookiemons cookiemonster cookies cookies1 cookies123 cooking cool cool1 cool11 cool12 cool123 cool1234
cool123456 coolbean coolbeans1 coolboy coolcat coolcat1 coolcool cooldude cooldude1 cooler coolgirl coolguy coolguy1
coolhand coolio coolio1 coolkid1 coolman coolman1 coolness coolone cooper cooper1 coors coorslight cooter copenhag
copenhagen copper copper1 corazo corazon corazon1 cordell123 coregmedia corey corey1 corgan corinne corleone corndog
cornelia cornhole corolla corona corona1 corperfmonsy corrado corsair corsica cortina corvet07 corvett corvette
corvette1 cosmic cosmo cosmo1 cosmopolitan cosmos costaric cosworth cotton cotton1 coucou cougar cougar1 cougars
counter counterstrike country country1 countryboy coupon coupons couponsc10 courage courtney courtney1 courtney12
coventry cowboy cowboy1 cowboys cowboys1 cowboys22 cowboyup cowgirl cowgirl1 cowman coyote cracker cracker1 crackers
crackhead1 crafty craig1 cramps crappie crash1 craving crayon crazy crazy1 crazy12 crazy123 crazy2 crazy4u crazy8
crazybab crazybitch crazygirl1 crazyman creampie creamy create creatine creation creative creative1 creeper creepers
crepusculo crescent cretin crevice crfprf cricket cricket1 cricri criminal crimson crimson1 crip4life crispy cristal
cristi cristian cristian1 cristiano cristiano7 cristina cristina1 cristo critter crjhgbjy crocodil cronic crosby87
crossfire crowbar cruise cruiser crumbs crunch crunchy crusader crusher crusty cruzazul crysis crystal crystal1
crystal123 csyekz csyjxtr ctdfcnjgjkm cthtuf cthulhu cthutq ctrhtn cuan cubano cubbies cubs cubswin cucciola cucciolo
cucumber cuddles cuddles1 cueball cuervo culinary cumeater cumm cummer cumming cumonme cumshot cumslut cunt cuntfinger
cunts cupcake cupcake1 cupcake123 cupcakes cupoi curious curtis curtis1 custard custom cute cute123 cuteako cutegirl
cuteme cutie cutie1 cutie101 cutie12 cutie123 cutie2 cutiepie cutiepie1 cutiepie12 cutlass cutter cvbhyjd cvbhyjdf
cvthnm cvzefh1gkc cwoui cxfcnkbdfz cxfcnmt cxfcnmttcnm cyber cyberonline cybersex cyborg cyclone cyclones cyclops
cyecvevhbr cygnus cygnusx1 cyjdsvujljv cynthia cynthia1 cypher cypress cyrano cytuehjxrf czz000 d0r1nc0urt d12345
d123456 d123456789 d1lakiss d2xyw89sxj d71lwz9zjs d9zufqd92n dabears dabomb dabulls dad123 dadada daddy daddy1 daddy12
daddy123 daddy2 daddygirl1 daddyo daddys daddysgirl daedalus daemon daewoo daffodil daffy dagestan dagger dagobert
daisy daisy1 daisy12 daisy123 daisydog daisymae dakine dakota dakota1 dale03 dalejr dalejr8 dalejr88 dalila dallas
dallas1 dallas214 dallas22 dalshe dalton dalton1 damage11 damager daman damian damian1 damien damien1 damilola dammit
damnit dan123 dana dance dance1 dance123 dance4life dancer dancer1 dancing dancing1 dandan dandfa dang danger danger1
dangerou dangerous dangerous1 dangerous12 danica danie daniel daniel01 daniel1 daniel11 daniel12 daniel123 daniel13
daniel19 daniel2 daniela daniela1 daniele daniella danielle danielle1 danielle12 daniels daniil danil danila danilka
danilo dank danman danmark danni danny danny1 danny123 dannyboy dante dante1 dantes danzig daphne dapper daredevi
daredevil daredevil1 darian darina darius darius1 dark darkange darkangel darkangel1 darkelf darkknight darklord
darkman darkmoon darknes darkness darkness1 darkone darkside darkstar darkstar1 darlene darlene1 darling darling1
darrell darren darren1 darth darthvad darthvader darwin dasani dasha dashadasha dashka dating datsun daughter dauphin
dave dave123 davecole david david1 david12 david123 david2 davidb davidc davidd davide davidj davidoff davids davidson
davinci davis1 dawg dawgs dawgs1 dawns dawson dayana dayday1 daydream daytek daytona dazzle dbnfkbq dbnfkbr dbnfkz
dbrecz dbrnjh dbrnjhbz dbrnjhjdbx dbrnjhjdyf dctvcjcfnm dctvghbdtn dddd ddddd1 dddddd dddddd1 dddddddddd deadhead
deadman deadman1 deadpool deadspin deanna deanna1 dearbook death death1 death123 death666 deathnote deathnote1
deathrow debbie debbie1 debora deborah deborah1 december december1 december10 december11 december12 december13
december14 december15 december16 december17 december18 december19 december20 december21 december22 december23
december25 december28 december31 decimal deedee deedee1 deejay deepak deepblue deeppurple deepthro deepthroat deerhunt
deerhunter deeznuts deeznutz default defcon defender defiant deftones deftones1 deicide dejavu delacruz delboy delete
delete1 delfin delfino delicious1 delight dell dell123 delphi delphin delphine delpiero delpiero10 delsol delta delta1
deltaforce deltas deluxe demilovato demo demon demon1 demon123 demon12345 demon1q2w3e demon1q2w3e4r demon1q2w3e4r5t
demon666 demons denali denden deng deniro denis denis1 denisa denise denise1 deniska denni dennis dennis1 denver
denver1 depeche depechemode derek derek1 derevo derf derp12!@ derparol derrick derrick1 desert design design1 designer
desire desiree desiree1 deskjet desktop desmond desmond1 desperado desperados destin destiny destiny1 destiny123
destiny2 destroy destroye destroyer detectiv detroit detroit1 detroit313 deuce deutsch deutschland devil devil1
devil666 devildog devildriver devilman devilmaycry devilmaycry4 devils devils1 devin1 devo devon1 dewalt dexter
dexter1 dfcbkbcf dfcbkbq dfg5fhg5vgfh1 dfghjc dfhdfhf dfkthbz dfkthf dfktynby dfktynbyf dfktynbyrf dfvgbh dfytxrf
dharma dhjnvytyjub diabl diablo diablo1 diablo2 diablo666 dialog diamant diamante diamon diamond diamond1 diamond123
diamond2 diamonds diamonds1 diana diana1 diane dianne diao diaper dick dick1 dick123 dicker dickhead dickhead1 dickie
dicks dickweed dicky dictionary diddle didier diego diego1 diego123 diehard diesel diesel1 dietcoke dietcoke1 dieter
digger digger1 diggler digimon digital digital1 digitalprodu dilbert dilbert1 dildo dildos dilligaf dillon dillon1
dillweed dima dima123 dima1995 dima55 dimadima dimas dimasik dimebag dimitri dimple dimples dinamo dinara dindom
dinero dinesh ding dingbat dingdong dingo dingo1 dinosaur diosesamor diosesfiel dipper dipset dipset1 dipshit dipstick
director dirtbag dirtbike dirtbike1 dirty1 dirtydog disco discover discovery discus disney disney1 disneyland
disturbed disturbed1 diva diver diver1 divers divine divx1 diwtgm8492 dixie dixie1 django djdjxrf djkjlz dkflbckfd
dkflbdjcnjr dkflbr dkflbvbh dkflbvbhjdbx dkflbvbhjdyf dkxjizc282 dmband dmitriy dmitry dnsadm dobber doberman doctor
doctor1 dodge dodge1 dodger dodgeram dodgers dodgers1 dodges dodgeviper dog123 dogbert dogbone dogboy dogcat dogdog
dogdog1 dogface dogfart dogfood dogg dogger dogggg doggie doggie1 doggies doggone doggy doggy1 doggydog doggys
doggystyle doghouse dogma dogman dogmeat dogphil3650 dogpound dogs dogshit dogwood doit doitnow dokken doktor dolemite
dollar dollar1 dollars dolly dolly1 dolores dolphi dolphin dolphin1 dolphins dolphins1 dolphins13 domainlock2005
domenico dominator domingo domini dominic dominic1 dominican1 dominik dominika dominion dominiqu dominique dominique1
domino domino1 domodedovo donald donald1 donaldduck dondon donjuan donkey donkey1 donkeykong donna donna1 donner
donnie donnie1 donovan donovan1 dont4get dontforget dontknow donuts doobie doodah doodie doodle doodle1 doodlebug1
doodles doodoo doofus doogie dookie dookie1 doomsayer.2.7mords.v doomsayer.2.7mords.vv doomsday doorknob doraemon
doreen dorian dorothy dorothy1 dortmund dotcom dottie doubled douche doudou dougal doughboy dougie douglas douglas1
downhill download dpbk1234 dr.pepper draco dracula drag0n drago dragon dragon01 dragon1 dragon11 dragon12 dragon123
dragon13 dragon2 dragon22 dragon5 dragon69 dragon7 dragon88 dragon99 dragonba dragonball dragonballz dragonfire
dragonfl dragonfly dragonfly1 dragons dragons1 dragonz dragoon dragrace dragster drake1 drakon dramaqueen draven dream
dream1 dreamcas dreamcast dreamer dreamer1 dreamers dreams dreams1 dresden drevil drew drifter driller drinker driver
drizzt drjynfrnt drogba droopy dropdead dropkick drowssap drowssap1 drpepper drpepper1 druid drumandbass drummer
drummer1 drywall dshade dt123456 dthjybrf dtkjcbgtl dtxyjcnm duan dublin ducati ducati99 duchess duck duckhunt duckie
duckman ducks ducksoup ducky ducky1 dude dude12 dude123 dudeman dudley duffer duffman duke dumbass dumbass1 duncan
duncan1 dundee dungeon dunhill dupont duracell durango durango1 duster dustin dustin1 dusty dusty1 dustydog dutchess
dutchman dvader dwade3 dwayne dylan dylan1 dylan123 dynamite dynamo dynasty dynasty1 dzxtckfd e12345 e123456 e3r4t5y6
eagle eagle1 eagle2 eagles eagles1 eagles5 earnhard earnhardt3 earthlin earthlink easter eastside eastside1 eastside13
eastwood easy123 easypay eatme eatme1 eatme2 eatme69 eatmenow eatpussy eatshit eatshit1 ebony1 eclipse eclipse1
ecuador edcrfv eddie eddie1 edinburg edison edthom eduard eduardo eduardo1 education education1 edward edward1
edward123 edwardcullen edwards edxk20qmfs eeeeee eeyore eeyore1 efbcapa201 egghead eggman eggplant egorka egorov
eh1k9oh335 eight8 eightbal eileen einstein ejaculation ekaterina ekaterina20 ekmzyf elaine elaine1 elbereth elcamino
eldiablo eldorado eleanor electra electric electrical electro electron electronic electronics elefant elefante elektra
element element1 element123 elena eleonora elephant elephant1 eleven eleven11 elgato elijah elijah1 elisa elisabet
elisabeth elisabeth1 elisabetta elite1 elizabet elizabeth elizabeth0 elizabeth1 elizabeth2 elizabeth3 elizabeth7
elizabeth8 elizabeth9 elizaveta ellie ellie1 elliot elliott elliott1 elmo123 elodie elpaso elrond elsalvador elvira
elvis elvis1 elvis123 elvisp elway elway7 emachines emachines1 email emanuel emanuele embalmer emerald emerald1
emerson emili emilia emiliano emilie emilio emily emily1 emily123 emine eminem eminem1 eminem12 eminem123 emma emma123
emmanuel emmanuel1 emmanuelle emmitt22 emo123 emotional empire empire1 empires employment encore ender energy enforcer
engage engineer engineering england england1 english english1 enigma enrico enrique enrique1 enter enter1 enter123
enterme enternow enterpri enterprise entropy envision epsilon epson eqes606898 equinox eragon eraser erasmus erasure
erection erfolg eric eric1 eric123 erica erica1 ericka ericsson erika erika1 ernest ernesto erotic erotica escaflowne
escalade escape escher escorpio escorpion escort eskimo esmeralda esmeralda1 espana esperanza esperanza1 espresso
esprit esquire essendon esteban estelle esther esther1 estrela estrell estrella estrella1 estrellita eternal eternity
ethan ethan1 ethanryan01 ethernet etoile euclid eugene eugene1 eunice euphoria eureka europa europe evanescence
evangeli evangelion evelyn evelyn1 everest evergree evergreen everlast everques everquest everton everton1 everything
evgenii evgeniy evgeniya evil666 evildead evildick evilone evite evolutio evolution evolution1 evony1 evony192
excalibu excalibur excellen excite exigen exigent exodus exotic exploite explorer explorer1 express express1 extensa
extreme extreme1 eybdthcbntn eyeball ezekiel ezekiel11991 f**k f00tball f123456 f15eagle f1uuhza723 fabia fabian fabie
fabienn fabienne fabio fabiol fabiola fabregas fabric fabrice fabrizio fabulous faca210898 facebook facebook1 facefuck
facial faggot faggot1 failsafe fairlane fairway faisal faith faith1 faith123 faithful faithful1 fake123 fakepass
falcon falcon1 falcons falcons1 fallen fallen1 fallen_angel fallenangel fallout fallout3 falloutboy falstaff famil
famili familia familia1 familiyafamiliya famille family family1 family12 family123 family2 family3 family4 family5
family6 family7 familyguy familyguy1 famous famous1 fanatic fandango fanfan fang fantasia fantasti fantastic
fantastic4 fantasy fantasy1 fantom fantomas faraon farcry farfalla farfallina farida farmboy farmer farscape farside
fart farter fartman fartripper fashion fashion1 fastball fastcar fastcars faster fatass fatass1 fatboy fatboy1 fatcat
fatcat1 fathead father father1 fatima fatima1 fatman fatman1 fatty fatty1 favorite2 favorite6 favorite7 favorite8
favour fcbarcelona fduecn feanor fearless feather feathers february feder_1941 federica federico fedorov feeder feedme
feelgood felicia felicia1 felicidad felicidade felicity feline felipe felix felix1 fellatio fellow female femmes
fender fender1 fenerbahce feng feniks fenix fenris fenway ferari ferdinand fergie fergus fernand fernanda fernandez
fernando fernando1 ferrar ferrari ferrari1 ferret fester festus fetish fettish ffffff ffffffffff fghtkm fgjrfkbgcbc
fgtkmcby fhctybq fhntvrf fhvfutljy fialka ficken fiddle fidelio fidelity fiesta figaro fightclub fighter fighter1
fighting54 filimon filippo filter finalfantasy finance finder finger fiorentina fire fire1 fireball fireball1 firebird
firebird1 fireblad fireblade firedog firefigh firefighter firefly firefly1 firefox firehawk fireman fireman1 firenze
firestar firestarter firestorm firewall firework first1 firstone123 fish fish123 fishbone fishcake fisher fisherma
fisherman fisherman1 fishes fishface fishhead fishin fishing fishing1 fishon fishtank fishy fister fisting fitness
fitter fivestar fkbyjxrf fkbyrf fkg7h4f3v6 fkmnthyfnbdf fktrcfylh fktrcfylh1 fktrcfylhf fktrcfylhjd fktrcfylhjdbx
fktrcfylhjdf fktrcfylhjdyf fktrcfylth fktrctq fktyeirf fktyrf flamengo flames flamingo flange flanker flapper flash
flash1 flasher flashman flatblocker flathead flatron fletch fletcher flexible flhtyfkby flicks flintsto flintstone
flipflop flipmode flipper flipper1 flippy floppy florence florencia flores florian florida florida1 flossy flounder
flowe flower flower1 flower12 flower123 flower2 flowerpower flowers flowers1 flowers123 floyd1 flubber fluff fluffy
fluffy1 flvbybcnhfnjh flyboy flyboy1 flyer flyers flyers1 flyers88 flyfish flyguy flying fmale focus1 foghorn fokker
fomoco fondoom foobar food footbal footbal1 football football! football01 football07 football08 football09 football1
football10 football11 football12 football123 football13 football14 football15 football16 football17 football18
football19 football2 football20 football21 football22 football23 football24 football25 football27 football28 football3
football32 football33 football34 football4 football44 football45 football5 football54 football55 football56 football69
football7 football77 football8 football88 football9 football95 football99 footjob footlove footman forall force1 ford
fordf150 fordf250 fordf350 fordtruc foreplay foreskin forest forest1 foreve forever forever1 forever123 forever2
forever21 forfun forget forget1 forgetit forgetmenot forgot forgotten1 forklift forlife formatters forme formula
formula1 forrest forsaken fortuna fortune forumwp foryou forzainter forzamilan forzanapoli forzaroma fossil foster
fosters foundation fountain four20 foxcg33 foxfire foxhound foxpass foxracing1 foxtrot foxy foxylady fozzie fqrg7cs493
fraggle franc france frances frances1 francesc francesca francesca1 francesco franci francine francis francis1
francisc francisco francisco1 franck franco francois francy frank frank1 frank123 franki frankie frankie1 franklin
franklin1 franky freak freak1 freaks freaky freaky1 freckles freckles1 fred fred1 fred123 fred1234 freddie freddie1
freddy freddy1 frederic frederick frederik frederiksberg fredfred free free123 freebird freedo freedom freedom1
freedom123 freedom2 freee freefall freeman freeman1 freeme freepass freeporn freesex freestyle freestyle1 freeuser
freeway freewill freeze112 freiheit fremont french frenchie frenchy fresh1 fresno friday friday1 friday13 friend
friend1 friendly friends friends! friends1 friends12 friends123 friends2 friends4 friends4ev friendship friendster
fright frisbee frisco frisky fritz1 frodo frodo1 frog frogger frogger1 froggie froggy froggy1 frogman frogs froinlaven
fromvermine front242 frontera frontier frosch frosty frosty1 frozenfish fruitbat fruity fu7u4a#$$$ fubar fubar1 fucing
fuck fuck0ff fuck1 fuck11 fuck12 fuck123 fuck666 fuck69 fuck_inside fuckall fucke fucked fuckedup fuckem fucker
fucker1 fuckers fuckface fuckface1 fuckfest fuckfuck fuckhead fuckher fucking fucking1 fuckinside fuckit fuckit1
fucklove fucklove1 fucklove13 fuckm fuckme fuckme1 fuckme123 fuckme2 fuckme69 fuckmehard fuckmylife fuckof fuckoff
fuckoff! fuckoff1 fuckoff123 fuckoff2 fuckshit fuckthat fuckthemall fuckthewor fucktheworld fuckthis fuckthis1 fucku
fucku1 fucku123 fucku2 fuckup fucky0u fuckyeah fuckyo fuckyou fuckyou! fuckyou. fuckyou1 fuckyou11 fuckyou12
fuckyou123 fuckyou13 fuckyou2 fuckyou22 fuckyou3 fuckyou4 fuckyou420 fuckyou5 fuckyou6 fuckyou666 fuckyou69 fuckyou7
fuckyou8 fuckyouall fuckyoubit fuckyoubitch fuckyouguys fucmy69 fufnfrhbcnb fugazi fujifilm fujitsu fuk19600 fuking
fuku00198 fulcrum fulham fullaccess fullback fullmetal1 fullmoon fun4me fungus funhouse funky funky1 funny funny1
funnyman funstuff funtik funtime funtimes furball fusion fussball futbol futurama future future1 futyn007 fuzzball
fuzzy fuzzy1 fxzz75 fxzz75$yer fxzz75yer fy.nrf fyfcnfcbz fyfnjkbq fyfnjkmtdbx fyfnjkmtdyf fylhtq fynfyfyfhbde fynjirf
fynjybyf fytxrf fyutkbyf fyutkjxtr fyyeirf fzappa g-unit g12345 g123456 g13916055158 g9l2d1fzpy gabber gabby gabby1
gabrie gabriel gabriel1 gabriel123 gabriela gabriela1 gabriele gabriell gabriella gabriella1 gabrielle gabrielle1
gadget gaell gagarin gagged gagging gaijin galactic galadriel galant galary galatasara galatasaray galaxie galaxy
galeries galileo galina gallaries galore gambit gambler gameboy gameboy1 gamecock gamecube gamemaster gameover gamer
games games1 gamma ganda gandako gandalf gandalf1 gandolf gandon ganesh ganesha gangbang gangbanged gangrel gangsta
gangsta1 gangsta123 gangster gangster1 gangster12 ganja ganjaman ganjubas gannibal ganteng garbage garcia garcia1
garden gareth garfield garfield1 gargoyle garion garrett garrett1 garter gasman gaston gateway gateway1 gateway2 gatit
gatita gatito gator gator1 gatorade gators gators1 gatsby gaucho gaurav gavin1 gawker gay123 gayboy gaymen gazelle
gbcmrf gbgbcmrf gbhfvblf gblfhfcbyf gbpltw gbyudby gdtrfb gearsofwar gecko geezer gegcbr geheim geibcnbr geisha gemini
gemini1 general general1 generation generic genesis genesis1 geng genghis genius geoffrey georg george george1
george123 georgi georgia georgia1 georgie georgina gerald geraldin geraldine gerard gerard1 gerardo gerasimova gerbil
gerhard german germany germany1 geronimo gerrard gerrard8 gertrude gesperrt getin getit getlost getmein getmoney
getmoney1 getoff getout getsdown getsome gettherefast gfcgjhn gfdkbr gfgfvfvf gfhfcjkmrf gfhfljrc gfhfvgfvgfv gfhjdjp
gfhjkm gfhjkm1 gfhjkm12 gfhjkm123 gfhjkmgfhjkm gfhjkzytn gfnhbjn gforce gfynthf gggg gggggg gggggggggg ghbdtn ghbdtn12
ghbdtn123 ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtngjrf ghbdtnrfrltkf ghblehjr ghbrjk ghbrjkbcn ghbywtccf ghetto ghetto1
ghhh47hj764 ghhh47hj7649 ghjcnbnenrf ghjcnbvtyz ghjcnj ghjcnjabkz ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr
ghjcnjnfr1 ghjcnjq ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif ghjdthrf ghjgfufylf ghjnbdjcnjzybt ghjnjnbg ghjnjrjk
ghjrehfnehf ghjrjgtyrj ghjuhfvbcn ghjuhfvvbcn ghjuhfvvf ghjvtntq ghost ghost1 ghostrider ghtktcnm giacomo gianluca
gianna gianni giants giants1 gibson gibson1 gideon gidget gigabyte gigaman8891 giggle giggles giggles1 gilbert
gilbert1 gilles gillian ginge ginger ginger1 ginger12 ginger123 ginola ginscoot giorgi giorgia giorgio giovanna
giovanni giovanni1 giraffe girasole girfriend girl girl123 girlfriend girlie girlies girls girls1 girlygirl1 girsl
gitara giulia giuseppe giveitup giveme gixxer gizmo gizmo1 gizmo123 gizmodo gizmodo1 gizmos gizzmo gjdtkbntkm gjhjkm
gjikbdctyf gjkbyf gjkysqgbpltw gjytltkmybr gladiato gladiator gladys glamorous1 glamour glasgow glendale glennwei
glenwood glider glitter glitter1 global globus glock glock17 gloria gloria1 gmoney gn56gn56 go2hell goalie goarmy goat
goatboy goats goaway gobears gobigred goblin goblue gobucks gobucs gocats gocubs god123 godawgs godbless godblessme
goddess goddess1 godfathe godfather godfather1 godhelpme godis1 godisgood godisgood1 godisgreat godislove godislove1
godiva godlike godlovesme godofwar godsmack godspeed godzilla godzilla1 goethe gofast gofish goforit gogators gogeta
gogogo gohan goheels gohogs gohome goirish goku gold goldberg golden golden1 goldeney goldeneye goldfing goldfinger
goldfish goldfish1 goldie goldie1 goldrush goldstar goldwing golf golf1 golfball golfclub golfcourse golfer golfer1
golfgti golfing golfing1 golfman golfnut golfpro goliath gollum gomets gonads gonavy gong gonzales gonzalez gonzalo
gonzo gonzo1 goober goober1 goochi good good123 good123654 good4u goodboy goodbye goodbye1 goodday gooddog goodfell
goodfellas goodgirl goodguy goodie goodison goodlife goodluck goodman goodmorning goodness goodone goodsex goodstuf
goodtime goodtimes1 goodyear goofball goofy goofy1 google google.com google1 google12 google123 googletester gooner
goonies goose goose1 gooseman gopack gopher gophers gordo gordo1 gordolee85 gordon gordon1 gordon24 gorgeous gorgeous1
gorilla gorilla1 gorillaz gossipgirl gotcha gotcha1 goten gotenks goth gotham gothic gothic1 gotigers gotmilk gotohell
gotribe gotyoass govols grace grace1 grace123 gracie gracie1 graham gramma gramps granada grandam grandkids grandma
grandma1 grandorgue grandpa grandpa1 grandpri granny granny1 grant1 grapeape grapes grasshopper gratis gravis graywolf
grease great great1 greatone greatsex greece greedisgood green green1 green11 green12 green123 green13 green2 green3
green7 greenbay greenday greenday1 greenday12 greeneyes greeneyes1 greenlantern greenman greens greentea greg gregor
gregory gregory1 gremlin gremlins grendel grenouille gretchen gretzky greyhoun greywolf gribouille griffey griffin
griffin1 griffon grifter grils grimace grime grin grinch grinder gringo grisha grizzly grizzly1 gromit groove groovy
groucho groupd2013 grover growler grumpy grunt gryphon gspot gstring gsxr1000 gsxr600 gsxr750 gtavicecity gthcbr
gthtcnhjqrf gthtrhtcnjr gtkmvtym gtnhjdbx gtnhjpfdjlcr guadalupe guadalupe1 guai guan guang guardian guatemala
guatemala1 gubber gucci gucci1 guerrero guess guesswho guest guigui guilherme guillaum guillaume guillerm guillermo
guillermo1 guiness guinness guinness1 guitar guitar1 guitarhero guitarra guitars gulliver gulnara gulnaz gumball gumbo
gumby gumby1 gundam gunit gunit1 gunnar gunner gunner1 gunners gunsling gunslinger gunsmoke gunsnroses gustav gustavo
guyver gwapo gwarmonster gwerty gwerty123 gxlmxbewym gy3yt2rgls gymnast gymnastic gymnastics gypsy gypsy1 h123456
h1xp2z2duk h2opolo h2vwdubjx4 habibi hack hacked hacker hacker1 hackers hackerz hacking haggis haha haha12 haha123
hahaha hahaha1 hahahaha hailey hailey1 hairball hairy hakr hal9000 halcyon haley1 halflife halfmoon halibut halifax
hallo hallo1 hallo123 hallohallo hallowee halloween halloween1 halo halo123 hambone hamburg hamburger hamburger1
hamilton hamilton1 hamish hamlet hammer hammer1 hammerhe hammers hammertime hamper hamster hamster1 handbag handball
handsome handsome1 handyman hangman hanna hannah hannah01 hannah1 hannah11 hannah12 hannah123 hannah2 hannahmont
hannahmontana hannes hannibal hannover hannover96 hans4queck hansol hansolo hanson hanuman happines happiness
happiness1 happy happy1 happy12 happy123 happy12345 happy2 happyday happydays happydays1 happydog happyfeet1
happyhappy happyman harald harcore hardball hardcock hardcore hardcore1 harddick hardon hardone hardrock hardwareid
hardwood hardwork harekrishna haribo hariom harle harlem harley harley01 harley1 harley12 harley123 harmony harmony1
harold harold1 harper harpoon harpua harrier harriet harris harrison harrison1 harry harry1 harry123 harrypotte
harrypotter harrys harvest harvey harvey1 hassan hateme hater1 haters1 hatteras hattrick havana havefun hawaii hawaii1
hawaii50 hawaiian hawker hawkesbury93 hawkeye hawkeye1 hawkeyes hawks1 hawkwind hawthorn hayabusa hayden hayden1
hayley hayley1 hazmat hbhc8290826 hd764nw5d7e1vb1 headless headshot health heart heart1 heartbreak heartbroke
heartless1 hearts hearts1 heater heathe heather heather1 heather123 heather2 heaven heaven1 heaven7 heavymetal heckfy
hector hector1 hedgehog hedimaptfcor heeled hehehe heidi heidi1 heineken heinlein hejhej hejsan helen helen1 helena
helene helicopter helios helium hell666 hellas hellboy hellfire hellno hello hello! hello. hello1 hello11 hello12
hello123 hello1234 hello12345 hello2 hello3 hello5 hello7 hello9 hellohel hellohello hellokit hellokitty hellome
hellomoto1 helloo hellos hellothere hellow helloworld hellraiser hellsing hellyeah helmet helmut help helper helpme
helpme1 hemlock henderso henderson1 hendrix hendrix1 heng henrik henry henry1 henry14 hentai henti herbert herbie
hercule hercules hercules1 heretic herewego heritage herman hermes hermione hermosa hernande hernandez hernandez1
heroes hershey hershey1 heslo hesoyam hesoyam123 heterosexual hetfield hevhk43n9j hewlett hey123 heyhey heyhey1
heyheyhey1 heynow heyyou hfleuf hfljcnm hfytnrb hg0209 hgrfqg4577 hhhhhh hi1234 hibernia hickory hidden higgins
highbury highheel highland highlander highlife highschool hihihi hihihi1 hijodeputa hiking hilary hilary1 hilaryduff
hilfiger hillary hillbill hillbilly1 hillside hilltop hilton hinata hiphop hiphop1 hippie hippo hippos hiroshi history
history1 history278 hitachi hithere hitler hitman hitman1 hitman47 hiziad hjccbz hjvfirf hobbes hobbit hocke hockey
hockey1 hockey11 hockey12 hogtied hogwarts hohoho hokies hola hola123 holahola holdem holden holden1 holein1 holger
holiday holiday1 holla holla1 holland holland1 hollie hollister hollister1 hollister2 hollister3 holly holly1 holly123
hollywoo hollywood hollywood1 hollywood2 holmes holycow holyshit holyspirit hombre home home0401 home123 home1234
homeboy homebrew homelesspa homely homemade homepage homer homer1 homer123 homerj homers homerun homework honda honda1
honda123 hondacbr hondacivic hondas hondas2000 honduras honduras1 honest honesty honey honey1 honey123 honeybee
honeybun honeybunny honeydew honeyko honeys hongkong honolulu hoochie hookem hooker hookers hookup hooligan hoops
hoosier hoosiers hooter hooters hooters1 hootie hoover hooyah hope hopeful horatio hores horizon horndog hornet
hornets horney horny horny1 hornyboy hornyguy hornyman horse horse1 horseman horsemen horses horses1 horsey horus
hoser hospital hot123 hotass hotbabe hotbabes hotbox hotboy hotboy1 hotchick hotdog hotdog1 hotdogs hotgirl hotgirl1
hotgirls hotlegs hotlips hotmail hotmail.com hotmail1 hotmail123 hotmama hotmama1 hotman hotone hotpink1 hotpussy
hotrats hotred hotrod hotrod1 hotsauce hotsex hotshit hotshot hotspur hotstuff hotstuff1 hott hottie hottie! hottie1
hottie101 hottie12 hottie123 hottie13 hottie2 hottie3 hotties hottub hotty hotty1 houdini hounddog hounds house house1
houses housewife housewifes houston houston1 houston713 hover howard howard1 hrfzlz hrvatska hshfd4n279 http
htubcnhfwbz htubyf huai hubert hudson hugetits hughes hugoboss huhbbhzu78 hulkster humbug hummer hummer1 humtum hunte
hunter hunter01 hunter1 hunter11 hunter12 hunter123 hunter2 hunting hunting1 hurley hurrican hurricane hurricane1
husband husker huskers huskers1 huskies husky hussain hustler hustler1 hx28o9e646 hyderabad hydro hyperion hypnodanny
hyundai i23456 iaapptfcor iamawesome iamcool iamcool1 iamgod iamnumber1 iampurehaha2 iamthebest iawgk2 ib6ub9 ibanez
ibanez1 ibicguwjic ibill01 ibilljpf ibilltes ibrahim icarus iceberg icecold icecream icecream1 icecream12 icecube
icehouse iceman iceman1 icetea ichigo ichliebedi ichliebedich icu812 icxkyb7972 id6c3wr6un iddqd iddqdiddqd iddqdidkfa
idefix idontcare idontcare1 idontkno idontknow idontknow1 idunno iforget iforgot iforgot1 ig4abox4 igetmoney1 ignacio
ignatius igor igorek iguana ihatethisgame ihateu ihateu1 ihateu2 ihateyou ihateyou1 ihateyou2 iiyama ijrjkfl ijrjkflrf
iklo il0vey0u il0veyou ilaria ilikeit ilikepie ilikepie1 ilikepussy ilikesex illini illinois illmatic illumina
illuminati illusion ilove ilove1 ilove123 ilove69 ilovealex1 iloveboobies iloveboys1 ilovechris ilovedavid ilovegirls
ilovegod ilovegod1 iloveher iloveher1 ilovehim ilovehim! ilovehim1 ilovehim12 ilovehim2 iloveindia iloveit ilovejames
ilovejesus ilovejosh1 ilovejusti ilovematt1 iloveme iloveme! iloveme1 iloveme123 iloveme2 ilovemike1 ilovemom
ilovemom1 ilovemusic ilovemybab ilovemydad ilovemyfam ilovemyfamily ilovemykid ilovemykids ilovemylife ilovemymom
ilovemymum ilovemysel ilovemyself ilovenick1 iloveporn ilovepussy iloveryan1 ilovesex iloveu iloveu! iloveu1 iloveu12
iloveu123 iloveu2 iloveyo iloveyou iloveyou! iloveyou. iloveyou01 iloveyou07 iloveyou08 iloveyou09 iloveyou1
iloveyou10 iloveyou11 iloveyou12 iloveyou123 iloveyou13 iloveyou14 iloveyou143 iloveyou15 iloveyou16 iloveyou17
iloveyou18 iloveyou19 iloveyou2 iloveyou20 iloveyou21 iloveyou22 iloveyou23 iloveyou24 iloveyou3 iloveyou4 iloveyou5
iloveyou6 iloveyou69 iloveyou7 iloveyou8 iloveyou88 iloveyou9 iloveyou<3 iloveyouba iloveyouso iloveyoux3 iluvme
iluvu1 iluvu2 ily123 ilya1234 ilya1992 imagine imation imcool imcool1 imgay1 imhorny imissyou immortal imnumber1
impala impalass imperial imperium implants impossible impreza imthebest1 imtheman imyaimyaimya imzadi inactive1996aug
incest incorrect incredible incubus incubus1 indain independen independent india india1 india123 indian indian1
indiana indiana1 indians indica indigo indira indon indonesia indy500 indya123 indycar inferno infiniti infinity info
information ingodwetrust ingrid inlove inlove1 innocent insane insane1 insanity insert insertion insertions inside
insider insomnia inspiron install installdevic installsqlst installutil integra intel intelinside inter interacial
intercourse interests interex intermilan international internazionale interne internet internet1 intrepid intruder
inuyasha inuyasha1 inuyasha12 invictus invis iomega iphone ipswich irakli ireland ireland1 irene irina irinka irish
irish1 irisha irishka irishman iriska irock1 ironhors ironmaiden ironman ironman1 isaac isaac1 isabe isabel isabel1
isabela isabella isabella1 isabelle isabelle1 isaiah isaiah1 iscool iseedeadpeople ishmael island islander ismael
ismail israel istanbul istanbul34 istheman itachi italia italia1 italian italian1 italiano italien itisme itsasecret
itsme iubire ivan ivanhoe ivanov ivanova iverson iverson1 iverson3 iw14fi9j iw14fi9jwqa iw14fi9jxl iwantsex iwantu
j12345 j123456 j123456789 j1v1fp2bxm j38ifubn j3qq4h7h2v jabber jabroni jachin jack jack1 jack12 jack123 jack1234
jackal jackass jackass1 jackass123 jackass2 jackdaniels jackdog jackel jacker jacket025 jackie jackie1 jackjack jacko
jackoff jackpot jackso jackson jackson1 jackson123 jackson5 jacob jacob1 jacob123 jacobs jacqueline jacques jade
jaden1 jadzia jagger jagr68 jaguar jaguar1 jaguars jaigurudev jaihanuman jaimatadi jajaja jakarta jakcgt333 jake
jake12 jake123 jakers jakester jakjak jamaica jamaica1 jamal1 james james007 james1 james12 james123 james2 james23
jamesb jamesbon jamesbond jamesbond007 jamesbond1 jamesd jamess jamest jamie jamie1 jamie123 jamila jamjam jammer
jammin jane janelle janet janet1 janette janeway janice janice1 janina janine janjan januar january january1 janus
japan japanees jared jared1 jarhead jarox1301! jasmin jasmin1 jasmine jasmine1 jasmine12 jasmine123 jasmine2 jason
jason1 jason123 jasons jasper jasper1 java javelin javie javier javier1 jay123 jaybird jaycee jaydee jayden jayden1
jayhawk jayhawks jayjay jayjay1 jayman jayson jazmin jazmin1 jazmine jazmine1 jazz jazzman jazzy jazzy1 jbond007
jeadmi jean jeanette jeanne jedi jediknig jediknight jedimaster jeep jeeper jeepers jeepster jeeves jeff jefferso
jefferson jefferson1 jeffery jeffery1 jeffhardy jeffhardy1 jeffrey jeffrey1 jeffro jehovah jelena jello jelly jelly1
jellybea jellybean jellybean1 jellybeans jenifer jenjen jenn jenna jenna1 jennaj jennie jennife jennifer jennifer1
jennifer12 jenny jenny1 jenny123 jensen jerem jeremiah jeremiah1 jeremy jeremy1 jericho jerkoff jermaine jermaine1
jerome jerome1 jerry jerry1 jersey jersey1 jerusalem jesper jess jess123 jesse jesse1 jesse123 jessejames jessic
jessica jessica1 jessica12 jessica123 jessica13 jessica2 jessica3 jessica7 jessie jessie1 jester jesucristo jesus
jesus! jesus01 jesus1 jesus11 jesus12 jesus123 jesus2 jesus3 jesus33 jesus4me jesus7 jesus77 jesus777 jesusc
jesuschris jesuschrist jesuscristo jesusfreak jesusis1 jesusislord jesuslives jesusloves jesuslovesme jesuss
jesussaves jetaime jetbalance jeter2 jethro jets jetski jetson jewboy jewels jezebel jfgvcqbuzug jg3h4hfn ji394su3
jiang jiang8kevin jiao jiefang007 jigei743ks jigga jiggaman jigsaw jillian jillian1 jim123 jimandanne jimbeam jimbo
jimbo1 jimbob jimenez jimmy jimmy1 jimmy123 jimmys jing jingjing jingle jingles jiong jjcg16dj5k jjjjjj jjjjjjjjjj
jkiuztdftl57 jktxrf jktymrf jlbyjxtcndj joanna joanna1 joanne joanne1 joaquin jobs jobsearch jobshop2002 jocelyn
jocelyn1 jockey jodeci joe123 joeblow joebob joecool joejoe joejoe1 joejonas1 joel joemama joey joey123 johann johanna
johannes john john!20130605at1753 john1 john12 john123 john1234 john316 johnathan1 johnboy johncena johncena1
johncena12 johncena54 johndeer johndeere johndeere1 johndoe johngalt johnjohn johnlock johnn johnny johnny1 johnny1959
johnny5 johnnydepp johnpaul johnson johnson1 jojo jojo12 jojo123 jojojo joker joker1 joker123 joker13 jokers jomama
jonas jonas1 jonas123 jonatha jonathan jonathan1 jonathan12 jonboy jones jones1 jonesy jonjon jonny jonny1 jorda
jordan jordan01 jordan1 jordan10 jordan11 jordan12 jordan123 jordan13 jordan2 jordan23 jordan2345 jordan3 jordan5
jordan7 jordyn jorge jorge1 jose jose12 jose123 josefina joseluis josemanuel josep joseph joseph1 joseph12 joseph123
josephin josephine josephine1 josh josh12 josh123 joshu joshua joshua01 joshua1 joshua11 joshua12 joshua123 joshua2
josiah josie1 joung journey joyce joyce1 joyful joyjoy joystick jrcfyf jsbach juan juan123 juancarlo juancarlos
juanita juanita1 juanito jubilee jubjub judith juggalo juggalo1 juggalo420 juggernaut jughead juice juicy juicy1 julia
julia1 julian julian1 juliana juliana123 julie julie1 julien juliet julieta juliette julius july12 july14 july21
july22 july23 jumanji jumbo jumper jumpman23 jundian2011xr june june10 june11 june12 june13 june14 june15 june16
june17 june18 june21 june22 june23 june24 june25 june26 june28 juneau junebug junebug1 jungle junio junior junior1
junior12 junior123 junior2 juniper junjun junkie junkmail junkyard jupiter jupiter1 jupiter2 jurassic just4fun just4me
justdoit justforfun justi justice justice1 justin justin01 justin1 justin11 justin12 justin123 justin2 justinbieb
justinbiebe justinbieber justine justine1 justme justme1 juventus juventus1 jxfhjdfirf k.jdm k.lvbkf k12345 k123456
k123456789 k2trix k47rizxt2g ka_djkhjsy6 kaboom kabuki kacper kagome kahlua kahuna kaiser kaitlin kaitlyn kaitlyn1
kajak kaka kaka123 kaka22 kakaka kakarot kakashi kakashi1 kakashka kaktus kalifornia kalina kalpana kamasutra
kamehameha kamelia2011 kamikadze kamikaze kamila kamilla kangaroo kanmax1994 kannan kansas kappa karachi karakartal
karamba karamelka karaoke karapuz karate karate1 karen karen1 karina karina1 karine karolina kartoffelpuffer kashmir
kasia kasper kassandra1 kasumi katana katarina kate katelyn katelyn1 katerina katharin katherine katherine1 kathleen
kathleen1 kathmandu kathryn kathryn1 kathy kathy1 katie katie1 katie123 katkat katrin katrina katrina1 katten katya
katzen kavita kavkaz kawaii kawasaki kawasaki1 kayak kaykay kaykay1 kayla kayla1 kayla123 kaylee kaylee1 kayleigh
kayode kazanova kazantip kbctyjr kbnthfnehf kcchiefs kcj9wx5n kd189nlcih keegan keeper keepout keisha keith keith1
keksa12 kelley kellie kelly kelly1 kelly123 kelsey kelsey1 kelvin kendall kendall1 kendra kendra1 keng kenken kennedy
kennedy1 kenneth kenneth1 kennwort kenny kenny1 kenobi kenshin kent kentucky kentucky1 kenwood kenworth kenzie kenzie1
kermit kermit1 kernel kerouac kestrel kevin kevin1 kevin12 kevin123 kevins keyboard keyboard1 keystone keywest
kfcnjxrf kfgjxrf kfhbcf khalid khushi kickass kickass1 kicker kickflip kicksass kidrock kieran kifj9n7bfu kikeunyw
kiki kiki123 kikiki kikimora kill killa killa1 killah killbill kille killemall killer killer1 killer11 killer12
killer123 killer1234 killer13 killer2 killer666 killer7 killers killian killjoy killme killroy killyou killzone kilroy
kim123 kimberley kimberly kimberly1 kimbum kimchi kimkim kimmie kimmy kinder king king12 king123 king1234 king23
kingdom kingdom1 kingfish kingfisher kingking kingkong kingkong1 kingpin kings1 kingsize kingsley kingston kingtut
kinky kinomoto89 kipper kirby1 kirill kirill1990 kirsten kirsten1 kirsty kismet kiss kiss123 kisses kisses1 kisskiss
kissme kissme1 kissme2 kissmyas kissmyass kissmyass1 kissmyass2 kiteboy kitkat kitkat1 kitten kitten1 kittens kittens1
kittie kitties kitty kitty1 kitty12 kitty123 kitty2 kittycat kittycat1 kittykat kittykat1 kittykitty kittys kiwi
kjifhf kjiflm kjkszpj kjrjvjnbd kkk123 kkkkkk kkkkkkk kkkkkkkk kkkkkkkkkk kl?benhavn klaatu klapaucius klaste klaster
klaudia kleenex kleopatra klingon klizma klondike klopik kmzwa8awaa knackwurst8853 knickerless knickers knicks knight
knight1 knights knights1 knockers knopka knuckles knulla koala kobe08 kobe24 kobebryant kochamcie kochanie kodak
kodiak kodiak1 kojak kokoko kokomo kolawole kolbasa koleso kolibri kolobok kolokol kombat komodo komputer komputer12
konstantin kontakt kontol konyor kookie kool koolaid koolaid1 kordell1 korn koroleva korova kosama koshka kosmos
kosova kostas kostik kostya kotaku kotenok kovalenko kraken kramer krasnodar krasota krasotka kravchenko krishna
krista kristen kristen1 kristi kristian kristin kristin1 kristina kristina1 kristine kristy krokodil krolik kronos
krusty krypto krypton krystal krystal1 krystyna56 ksenia kseniya ksusha kthjxrf ktyjxrf kuai kuan kuana230345 kuang
kubrick kucing kudos4ever kukolka kumar kume kungfu kurt kurtcobain kwiatuszek kyle l12345 l123456 l123456789 l1nk3d1n
l3tm31n l58jkdjp! l6ho3tg7wb labatt labia labrador labtec lacey1 lacoste lacrimosa lacrosse lacrosse1 laddie ladies
ladiesman1 ladles lady ladybird ladyboy ladybug ladybug1 ladyffesta ladygaga laetitia lagnaf laguna laguna1 lagwagon
lahore laker lakers lakers1 lakers24 lakers8 lakeside lakewood lakings lakota lakshmi lala lala12 lala123 lalakers
lalala lalala1 lalala123 lalalala lalaland lambchop lambda lamborghini lamborgini lamer lamont lamont1 lampard
lampard8 lancaste lance lance1 lancelot lancer lancia landon landon1 landrove landrover landscap lane lansing lantern
lapochka laptop laracroft larisa larissa larry larry1 larsson laser laser1 laserjet lasers lassie last.fm lastfm
lasttime lasvega lasvegas lasvegas1 latex latina latina1 latinas latino laura laura1 laura123 lauras laurel12creek
lauren lauren1 lauren12 laurence laurent laurie laurita lavalamp lavender lavoro lawman lawrence lawrence1 lawyer
layout1 layouts1 lazarus lback lbtest lbvjxrf leader leafs leahcim leandro leanne learjet leather leavemealone
lebowski lebron lebron23 lebronjame ledzep ledzeppelin lee123 leeds1 leedsutd leelee leelee1 leeloo leeroy left4dead
left4dead2 lefty legacy legend legend1 legenda legion legman legoland legolas legolas1 legos lehjxrf leinad lekker
leliane50934 lemans lemmein lemming lemmings lemon1 lemon8 lemonade lemond lemons lena leng lennon leno4ka lenochka
lenovo leo123 leoleo leolong1985 leon leonard leonard1 leonardo leonardo1 leonid leonidas leonie leopard leopold
leroy1 lesbain lesbean lesbens lesbian lesbian1 lesbians lesbos lesley leslie leslie1 lespaul lestat lester leticia
letme1n letmei letmein letmein1 letmein123 letmein2 letmein22 letmeinn letmeinnow letmesee letsdoit letsfuck letsgo
letsplay letter level42 lever lewis lewis1 lexingky lexmark lexmark1 lexor123 lexus lexus1 lfhbyf lfitymrf lfplhfgthvf
lfybbk lfybkf lhbjkjubz2957704 lhfrjy lian liang liao libero libertad liberte liberty liberty1 libido libra library
lick licker licking lickit lickme licorice life lifehack lifeisgood lifesucks lifesucks1 light light1 lighter lighthou
lighthouse lightnin lightning lightning1 lightning2 lightpower12345 lights lightsaber lilbit lilian liliana liliya
lillian lillian1 lillie lilly lilly1 lilmama lilmama1 lilman lilman1 lilwayne lilwayne1 lilwayne12 lily limegreen1
limewire limpbizkit limpone limpopo lincoln lincoln1 linda linda1 linda123 lindros lindsay lindsay1 lindsey lindsey1
lineage lineage2 lineman linked linkedin linkedin1 linkedin11 linkedin123 linkedin2011 linkin linkin1 linkinpark linus
lion lionel lioness lionhear lionheart lionheart1 lionking lipgloss lipgloss1 lipstick lipton liquid lisa lisa123
lisa69 lisboa lisenok lithium litle little little1 littlebear littlebit littlebit1 littlebitch littlefuck littlegirl
littlema littleman littleman1 littleminge littlewhore livelife liverp00l liverpoo liverpool liverpool0 liverpool1
liverpool123 liverpool2 liverpool5 liverpool7 liverpool8 liverpool9 liverpoolfc livestrong livewire lizard lizard1
lizaveta lizottes lizzard lizzie lizzie1 lizzy lizzy1 ljxtymrf lkjhgf lkjhgfdsa lkjhgfdsa1 lkjhgfdsaz lkjhgfdsazx
llama llllll loader lobo lobster lobster1 lockdown lockerroom lockout loco locust locutus logan logan1 logan123 logger
login logitech logitech1 loglatin loki lokomotiv lol123 lol1234 lol12345 lola lola123 lolipop lolipop1 lolipop123
lolita lolita1 lollipop lollipop1 lollol lollol1 lollollol lollypop lollypop1 lolo lolo123 lolol lololo lololol
lololyo123 loloxx lolwut londo london london1 london12 london123 london22 lonely lonely1 lonesome lonestar lonewolf
longbeach1 longbow longdick longdong longhair longhorn longhorns longhorns1 longjohn longlegs longshot looker looking
lookout lookup looser lopas lopata lopez lopez1 loploprock lord loredana lorena lorena1 lorenzo lorenzo1 loretta
lorien lorraine lorraine1 losangel losangeles loser loser1 loser12 loser123 loser2 loserface1 losers losers1
lost4815162342 lostsoul lothar lotrfotr34 lottie lotus lotus1 lotus123 loudog louie louie1 louis louis1 louise louise1
loulou loulou1 louloute lourdes love love00 love01 love02 love06 love07 love08 love09 love1 love10 love101 love11
love12 love123 love1234 love12345 love123456 love13 love14 love143 love15 love16 love17 love18 love19 love20 love2008
love2009 love2010 love21 love22 love23 love24 love25 love26 love27 love33 love34 love44 love45 love4ever love4ever1
love4life love4me love4u love4you love55 love5683 love69 love77 love777 love88 love89 love99 lovebird lovebug lovebug1
loved1 lovefeet loveforever lovegod lovehate lovehurts lovehurts1 lovehurts2 loveis loveislife loveit lovel loveless
lovelife lovelife1 lovelove lovelove1 lovelovelove lovely lovely1 lovely12 lovely123 lovely2 lovelygirl lovem loveme
loveme1 loveme12 loveme123 loveme2 loveme3 loveme89 lovemykids lover lover1 lover12 lover123 lover13 lover2 lover69
loverboy loverboy1 lovergirl lovergirl1 loverman lovers lovers1 lovers2 loves loves1 lovesex lovesexy lovesme
lovestory lovesucks lovesucks1 loveu loveu1 loveu2 loveu4ever loveya loveya1 loveyou loveyou1 loveyou123 loveyou2
lovezp1314 loving loving1 lovingyou lowdown lowrider lowrider1 loyola lp2568cskt lsia9dnb9y ltdjxrf ltkmaby ltybcrf
ltymub luan luansantana luca lucas lucas1 lucas123 lucent lucia lucian luciana luciano lucifer lucifer666 lucille
luckie lucky lucky1 lucky12 lucky123 lucky13 lucky2 lucky7 lucky777 luckycharm luckydog luckydog1 luckyman luckyme
luckyone luckys lucy lucy123 ludacris ludmila ludovic ludwig lugano lugnut luis luis123 lukas luke lulu lumber lumina
lumpy luna lunchbox luojianhua lupita lupita1 luscious lust lusty luther luv2epus lux2000 lvbnhbq lydcc20091314 lynn
lytghjgtnhjdcr lzhan16889 m01759766727 m0nk3y m0nkey m12345 m123456 m1234567 m123456789 m1am1b3ach m6cjy69u35
ma123123123 mac123 macaco macaroni macbeth macdaddy macgyver machine machoman maciek macintos macintosh mackenzi
mackenzie mackenzie1 macmac macman macross madagascar madagaskar madala11 madalina madcat madcow madden madden1 maddie
maddie1 maddison maddog maddog1 maddy1 madeleine madeline madeline1 madina madiso madison madison1 madison123 madison2
madman madmax madness madonna madonna1 madrid maella1311 maestro mafalda mafia mafia1 magadan magali maganda
magandaako magdalena magdalena1 magelan magellan magenta maggi maggie maggie01 maggie1 maggie12 maggie123 maggie2
maggot magic magic1 magic123 magic32 magical123 magician magick magicman magics magnavox magnet magneto magnolia
magnum magnus magoo magpie magpies mahal mahalkita mahalkita1 mahalko mahalo mahesh maiden mailcreated5240 mailman
mailru maison majestic major1 makaka makarov makaveli makaveli1 makayla makayla1 makeitso makemoney makemoney1 makoto
maksim maksimka malachi malachi1 malaga malaka malakas malaysia malcolm malcolm1 maldita malibu malibu1 malice malik1
malika malina malinka malish mallard mallorca mallory mallory1 mallrats mama mama12 mama123 mama1234 mamacita mamama
mamamama mamamia maman mamapapa mamas mamikawada mamita mamma mammamia mammoth mamo4ka mamochka mamont mamour man123
management manager manager1 manana manatee manchest manchester manchester1 manchesterunited mancity mandarin
mandarinka manders mandingo mandolin mandragora mandrake mandy mandy1 manfred mang mango mango1 mangos mangust6403
manhatta maniac manila manish manisha mankind manman manman1 mannheim manning18 mannn manny1 manolo manowar manson
manson1 mantis mantle mantra manu manuals manue manuel manuel1 manuela manunited manunited1 manutd manutd1 mapet123456
mapleleafs maplestory maprchem56458 mar123 maradona maradona10 marajade marat marathon marauder marbles marcel marcela
marcella marcello marcelo march march1 march11 march12 march13 march15 march17 march18 march21 march22 march23 marcia
marcin marcius2 marco marco1 marcopolo marcos marcos1 marcus marcus1 marek14michal margaret margaret1 margarit
margarita margarita1 margaux margherita margie margosha margot marguerite maria maria1 maria12 maria123 mariah mariah1
mariajose mariam marian mariana mariana1 marianna marianne mariano maribel maricel marie marie1 marie12 marie123
marie2 mariel marigold marihuana marijuan marijuana marijuana1 marika marilyn marilyn1 marina marina1 marine marine1
mariner mariners marines marines1 marinka marino marino13 mario mario1 mario123 mario140773 mario66 marion maripos
mariposa mariposa1 marisa marishka marisol marissa marissa1 marius mariya marjorie mark mark1 mark123 marker market
marketin marketing marketing1 markhegarty markie markiz markiza markus marlboro marlboro1 marlene marley marley1
marlin marlins marlon marmite maroon maroon5 marriage married married1 marseill marseille marseille1 marseille13
marsel marshall marshall1 marsik marta martha martha1 martian martin martin1 martin123 martin6 martina martina1
martine martinez martinez1 martini martins marty1 marusya marvel marvel5454 marvin marvin1 mary mary123 maryam maryann
maryjane maryjane1 maryjane42 marykay maryland masamune maserati mash4077 masha mashamasha mashka mason mason1 massage
massimiliano massimo massive maste master master01 master1 master11 master12 master123 masterbaiting masterbate
masterbating mastercard masterchief masterkey mastermi mastermind masterp masters masturbation matador matahari
matchbox matchbox20 mate1 matematica matematika mateusz mathematics matheus mathew mathew1 mathias mathieu mathilde
mathis matias matilda matilda1 matilde matisse matri matrix matrix1 matros matt matt1 matt12 matt123 matteo matthe
matthew matthew1 matthew12 matthew123 matthew2 matthew3 matthias mattia mattie mattie1 mattingl matty mattylad10
mature matvei matvey matyas2001 maureen maurice maurice1 maurici mauricio maurizio maurolarastefy maveric maverick
maverick1 mavericks max123 max333 maxdog maxell maxfli maxi maxim maxima maxime maximilian maximiliano maximka maximo
maximum maximus maximus1 maxine maxmax maxmotives maxpayne maxpower maxwell maxwell1 maxx maxxxx mayday mayfair mayhem
maymay maynard mazafaka mazda mazda1 mazda3 mazda323 mazda6 mazda626 mazdarx7 mcdonalds1 mckenzie mclaren mdogg me1234
meadow meagan meandyou meatball meatball99 meathead meatloaf mechanic mechanical medic medic1 medical medicina
medicine medina medion medusa medved mega_pizdetz666 megadeth megafon megaman megaman1 megan megan1 megan123 megane
megaparol megaparol12345 megapass megasecret megatron meggie meghan meghan1 mehmet meister melanie melanie1 melina
melinda melinda1 melisa meliss melissa melissa1 melissa123 mellon mellow melody melody1 melon melons melrose melvin
melvin1 member meme mememe mememe1 memnoch memorex memory memphis memphis1 menace mendoza meng mensch menthol mentor
mentos meonly meow meowmeow meowmix mephisto mercede mercedes mercedes1 mercury mercury1 meredith meridian merlin
merlin1 merlot mermaid mermaid1 mersedes messenger messenger1 messi10 messiah met2002 metal metal1 metal666 metalgear
metalica metall metallic metallica metallica1 metallica2 metallica6 methos metoo metroid metropol mets mettss
mevefalkcakk mexic mexican mexican1 mexico mexico1 mexico10 mexico12 mexico123 mexico13 mexico2 mhine miami miami1
miami305 miamo miamor miamor1 mian miao micaela michae michael michael01 michael1 michael11 michael12 michael123
michael13 michael2 michael23 michael3 michael5 michael7 michael8 michael9 michaela michaeljac michaeljackson michal
micheal micheal1 michel michela michele michele1 michelle michelle01 michelle1 michelle11 michelle12 michelle13
michelle2 michi michigan michigan1 michoacan1 mick micke mickey mickey1 mickey12 mickey123 mickey2 mickeymous
mickeymouse micky micro microlab micron microphone microsof microsoft microsoft1 midget midnight midnight1 midnight12
midnite midori midway mierda mighty migrationschool migue miguel miguel1 mihaela mihail mikado mikael mikaela mikayla
mike mike01 mike1 mike11 mike12 mike123 mike1234 mike23 mike69 mikejones1 mikemike mikey mikey1 mikkel milagros
milamber milan milana milano milashka mildred milena milenium miles1 miley1 mileycyrus milfhunter milfnew milhouse
milkman milkshake milkshake1 milkyway mille millenium millennium miller miller1 millerlite millertime millie millie1
million million1 million2 millwall milton mimi mimi123 mimimi mimosa mine minecraft minecraft123 minerva minette
mingus minhasenha minicalibra minicooper minime minimoni minnesot minnesota1 minnesota_hp minnie minnie1 minotaur
miracle miracle1 mirage miranda miranda1 miriam mirror mischa mischief misfit misfit99 misfits mishka misiaczek misiek
missie mission mission1 mississi mississipp mississippi missy missy1 missy123 missyou mister mistral mistress misty
misty1 mitch mitchell mitchell1 mitsubishi mittens mittens1 mizuno mizzou mjolnir mmmmm mmmmmm mmmmmmmm mmmmmmmmmm
mnbvcx mnbvcxz mnbvcxz1 mnbvcxz123 mobbdeep mobile mobster1 mobydick mocha1 modelsne modem modena moderncombat modles
mogwai mohamed mohammad mohammed mohawk moimoi moises mojave mojo mojojojo mollie mollie1 molly molly1 molly123
mollydog moloko molotok molson mom123 momanddad momanddad1 momdad momdad1 momma1 mommie mommy mommy1 mommy11 mommy12
mommy123 mommy2 mommy3 momo momof2 momof3 momomo momoney momsanaladventure momsuck monaco monalisa monamour monarch
monday monday1 mondeo mone money money$ money1 money100 money11 money12 money123 money2 money23 money3 money4 money4me
money5 money6 money7 moneybag moneymaker moneyman moneyman1 moneymoney moneys mongo mongoose monic monica monica1
monies monika monika1 monique monique1 monitor monke monkey monkey! monkey01 monkey1 monkey10 monkey101 monkey11
monkey12 monkey123 monkey1234 monkey13 monkey14 monkey2 monkey21 monkey22 monkey23 monkey3 monkey4 monkey5 monkey6
monkey69 monkey7 monkey8 monkey9 monkeybo monkeyboy monkeyboy1 monkeybutt monkeyma monkeyman monkeyman1 monkeys
monkeys1 monolith monopoly monroe monsoon monste monster monster1 monster12 monster123 monster2 monstercha monsters
montag montana montana1 montecar montecarlo monterey montgom240 montgom2409 montgomery montreal montrose monty monty1
moochie moocow mookie mookie1 moomoo moomoo1 moon moonbeam moondog mooner moonligh moonlight moonlight1 moonman
moonshin moonshine moonshine1 moonstar moose moose1 mooses mopar morales mordor moremoney morena moreno morga morgan
morgan1 morgana morgane morganstanley morgen morgoth moritz morlii morning morning21 morozov morozova morpheus morris
morris1 morrison morrowind mortalkombat morten mortgage morticia mortimer mortis moscow moskva mostwanted motdepasse
mothe mother mother1 mother12 mother123 mother2 motherfu motherfuck motherfucker motherlode mothra moto motocros
motocross motocross1 motorcyc motorcycle motorola motorola1 motown mountain mountain1 mouse mouse1 mousepad mouser
mouses mousey movies mowgli mozart mpegs mrbill mrf11277215 ms0083jxj msorcloledbr mudvayne mufasa muffdive muffin
muffin1 muffy mugwump muhammad muhammed mulder mullet multimedia multiplelo multiplelog multisyn mumbai mummy mummy1
munch munchkin munchkin1 muppet murat murcielago murder murder1 murph murphy murphy1 murray murzik musashi muschi
muscle muscles mushroom music music1 music101 music12 music123 music2 music4life musica musica1 musiclover musicman
musique muskan muskie muskrat muslim mustafa mustan mustang mustang0 mustang1 mustang123 mustang2 mustang3 mustang5
mustang6 mustang69 mustang8 mustang9 mustangg mustangs mustard mutabor mutant mutley mutter muttley mv46vkmz10 my1love
my2boys my2girls my2kids my3boys my3girls my3kids my3sons my4kids myangel mybaby mybaby1 myboys mycock mydick myfamily
myfriend mygirl mygirls mygirls2 myheart myhouse mykids mykids2 mykids3 mylene mylife mylife1 mylinkedin mylord mylove
mylove1 mylove123 mymother mymusic myname myname1 mynameis mynoob mypass mypasswo mypassword myporn mypussy mysecret
myself myself1 myspac3 myspace myspace! myspace. myspace.co myspace0 myspace01 myspace07 myspace08 myspace09 myspace1
myspace10 myspace101 myspace11 myspace12 myspace123 myspace13 myspace2 myspace200 myspace201 myspace22 myspace23
myspace3 myspace4 myspace4me myspace5 myspace69 myspace7 myspace8 myspace9 myspacepas mystery mystery1 mystic mystuff
myszka mytime mywife myworld myxworld n0=acc3ss n12345 n123456 n123456789 n1frdz n8zgt5p0shw= nabila nachos nacional
nacked nadegda nadejda nadezhda nadia nadine naked namaste nana nana12 nana123 nanana nancy nancy1 nancy123 nang
nanook napalm napass napoleon napoli napster narayana narnia narut naruto naruto1 naruto11 naruto12 naruto123 naruto13
naruto2 nascar nascar1 nascar24 nascar3 nascar88 nastena nastenka nastia nasty nasty1 nastya nastya1995 nastya1996
nastya2010 natacha nataha natali natalia natalia1 natalie natalie1 natalka nataly natalya natascha natasha natasha1
natasha123 natchez natedog natedogg natha nathalie nathan nathan1 nathan12 nathan123 nathanie nathaniel nathaniel1
natiichen999 national natural nature naught naughty naughty1 naughtyboy nautica nautilus navajo naveen navigato
navigator navyseal naynay1 nazgul nbuhtyjr nbvjatq nbvjif ncc1701 ncc1701a ncc1701d ncc1701e ncc74656 nccpl25282
ndirish ne1469 nebraska nebula necromancer need4speed needforspeed needit negrita nellie nelly nelly1 nelso nelson
nelson1 nemesis nemesis1 nemrac58 nemvxyheqdd5oqxyxyzi neng neon neptune nermal nessie nestle nestor netlog netscape
network network1 networking networkingpe neutron nevada nevaeh nevaeh1 never never1 neveragain nevergiveup nevermin
nevermind nevermind1 nevermor nevermore neverwinter nevets newark newbie newcastl newcastle newcastle1 newday
newjersey1 newjob newlife newlife1 newman newmoon newness newone neworder neworleans neworleans12345 newpass newpass1
newpass6 newpasswor newpassword newport newport1 newport100 newproject2004 newstart newthree51 newton newuser newyear
newyork newyork1 newyork123 newzealand nextel nexus nexus6 nfhfrfy nfnmzyf nfvfhf nfy.irf nfytxrf nguyen nha7ebf6kp
nhecsyfujkjdt nhfdvfnjkju123 nhfrnjh nhfrnjhbcn nhfycajhvths niang niao nibbles niceass niceday niceguy nicetits
nichola nicholas nicholas1 nicholas12 nichole nichole1 nick nick12 nick123 nickel nickelback nickiminaj nickjonas
nickjonas1 nickle nicky nicky1 nico nicola nicolas nicolas1 nicole nicole01 nicole1 nicole11 nicole12 nicole123
nicole13 nicole2 nicole21 nicole22 nicole3 nicole7 nigeria nigga nigga1 nigga123 niggas niggaz nigger nigger1
nigger123 niggers nightcrawler nighthaw nightmar nightmare nightmare1 nightowl nightshade nightwin nightwish nike
nike123 nikhil nikita nikita1 nikita1998 nikita2000 nikitin nikitos nikki nikki1 nikki123 nikko niklas nikola
nikolaevna nikolai nikolas nikolay nikon nimbus nimitz nimrod nina nineball nineinch niners ning ninguna ninja ninja1
ninja123 ninjas nintendo nintendo1 nintendo64 nipper nipple nipples nippon nirvan nirvana nirvana1 nissan nissan1
nissan350z nitram nitro nitrous nitrox nittany njdevils nks230kjs82 nnnnnn nobody nocturne noelle nofear nogard
noisette nokia nokia1 nokia123 nokia3250 nokia3310 nokia5130 nokia5230 nokia5530 nokia5800 nokia6230i nokia6233
nokia6300 nokiadermo nokian70 nokian73 nokian95 noles1 nolimit nolimits nolove nomad nomads nomar5 nomeacuerdo nomore
noname noname123 nondriversig none nong nonmembe nonmember nonono nonstop noodle noodle1 noodles noodles1 nookie
nopass nopassword norman norman1 normandy norte14 northside1 norton norwich nosferat nosferatu nostromo not4you
notebook nothing nothing1 nothings123 notnow notredam notredame notredame1 notthat nottingham notused nounou nounours
novell november november1 november10 november11 november12 november13 november14 november15 november16 november17
november18 november19 november20 november21 november22 november23 november24 november25 november26 november27
november30 novifarm novikova novo noway nthvbyfnjh ntktajy ntktdbpjh nuaddn9561 nuan nubian nude nudes nudist nudity
nugget nugget1 nuggets null numba1 number number1 number11 number12 number2 number3 number5 number6 number7 number9
numlock nurlan nurse1 nursing nursing1 nutella nutmeg nutsack nuttertools nvidia nwo4life nygiants nyjets nylons
nymets nympho nyq28giz1z nyyankee oakland oakland1 oakley oaktree oasis oasis1 oatmeal obelix oberon obiwan oblivion
obsidian oc247ngucz ocarina ocean1 oceane oceans ocelot ocpoook325 october october1 october10 october2 october31
octopus odessa odin odyssey oedipus office offroad offspring ohbaby ohiostate1 ohmnamah23 ohmygod ohshit ohyeah
oicu812 oilers oilman oklahoma oklahoma1 okmijn okokok oks65b6666 oksana olamide olamilekan olanrewaju olawale
olayinka olcrackmaster oldfart oldman oldone olds442 oldschool oldschool1 oldsmobile oleg olegnaruto olemiss olenka
olesya olga oliveira oliver oliver1 oliver123 olivia olivia1 olivier olo65b6666 oluwaseun olympus omanko omarion
omarion1 omega omega1 omegared omerta omg123 omg199 omgkremidia omicron omni omsairam onedirection onelove onelove1
onepiece onetime onetwo onetwo3 onetwothree onion onions online online1 onlyme onlyone ontario ontheoutside ontherocks
oooooo opelastra open open123 open1234 opendoor openit openme opennow opensesame openup operator opernhaus1 opeyemi
opiate optima optimist optimus optiplex opus oracle oralsex orang orange orange1 orange12 orange123 orange2 oranges
orchard orchid ordinateur oregon oreo orgasm orgasms orgy orient oriflame original orioles orion orion1 orlando
orlando1 orochimaru orpheus orwell osama oscar oscar1 oscar123 oscars osiris osprey othello otter otters ou812 ou8122
ou8123 outback outkast outlaw outlaw1 outlaws outsider ovation overkill overlord ownage owt243ygbh owt243ygbj oxford
oyster ozzie ozzy p0015123 p030710p$e4o p0o9i8 p0o9i8u7 p0o9i8u7y6 p12345 p123456 p3rat54797 p455w0rd p4ssw0rd
p@ssw0rd p@ssword pa55w0rd pa55word pablito pablo pablo1 pacers pacific pacino packard packard1 packer packers
packers1 packers4 pacman pacman1 paco paddle paddy padres paige paige1 painkiller paintbal paintball paintball1
painter paisley pajero pakista pakistan pakistan1 pakistan12 pakistan123 pakistan786 pakistani palace paladin paladin1
palermo pallina pallmall palmer palmtree paloma pamel pamela pamela1 panache panama panasoni panasonic panasonic1
pancake pancakes pancho pancho1 panda panda1 panda123 pandabear1 pandas pandemonium pandora pandora1 pang panget
pangit panhead pankaj panorama panter pantera pantera1 panther panther1 panthers panthers1 pantie panties panties1
pantyhos pantyhose panzer paola paolo papa papabear papamama papapa papaya paper1 paper123 paperino papichul
papichulo1 papillon papit papito pappy paradigm paradise paradise1 paradox paragon paraklast1974 paramedi paramore
paramore1 paris paris1 parker parker1 parkour parlament parol parola parola12 paroll parolparol parrot parsifal
partizan party party1 pasadena pasaway pascal pasport pasquale pass pass1 pass12 pass123 pass1234 pass1word pass99
passat passcode passer2009 passer2010 passer2011 passfan passfind passion passion1 passions passmast passmaster passme
passord passpass passport passport1 passthie passw0r passw0rd passwd passwerd passwor passwor1 password password!
password. password0 password00 password01 password06 password07 password08 password09 password1 password1! password10
password11 password12 password123 password1234 password12345 password123456 password13 password14 password15
password16 password17 password18 password19 password2 password20 password21 password22 password23 password24
password25 password27 password3 password32 password33 password4 password44 password45 password5 password55 password6
password66 password69 password7 password77 password8 password88 password89 password9 password99 passwords
passwordstandard passwort passwort1 pastor pasword pasword1 patata patate patches patches1 pathfind pathfinder
patience patit patito patric patrice patrici patricia patricia1 patrick patrick1 patrick123 patrik patriot patriots
patriots1 patriots12 patrizia patryk pattaya patter patterso patton patty patty1 paul paula paula1 paulie paulina
pauline pauline1 pavel pavement pavilion pavilion1 pavlik pavlov pavlova payday payton payton1 payton34 pazzword123
pdiddy pdtplf pe#5gz29ptzmse peace peace1 peace123 peaceout peach peaches peaches1 peachy peacock peanu peanut peanut1
peanut12 peanut123 peanut2 peanutbutter peanuts peanuts1 pearl pearl1 pearljam pearls peavey pebble pebbles pebbles1
pecker peddler pedro pedro1 pedro123 peekaboo peeper peepers peewee peewee1 pegasus pegasus1 pelican pelikan peluche
pelusa pencil pencil1 pendejo pendrago penelope penetrating penetration penfold peng penguin penguin1 penguins penis
penis1 penis123 penis69 pennstat pennstate pennstate1 penny penny1 pennywis penthous pentium pentium4 people people1
pepette pepito peppe pepper pepper1 pepper12 pepper123 pepper2 peppermint pepsi pepsi1 pepsi123 peregrin perfect
perfect1 perfection perkele perro persik persona personal pertinant pervert peter peter01 peter1 peter123 peterbil
peternorth peterpan peterpan1 peters peterson petite petra1 petrov petrova petrovich petrus petter petunia peugeot
peugeot406 peyton peyton1 pfhfnecnhf pfkegf pfloyd pfqxbr phaedrus phantom phantom1 pharao pharmacy phat pheonix
phezc419hv phialpha philip philipp philippe philippine philips philips1 phillies phillip phillip1 phillips philly
philly1 phish phish1 phishy phoebe phoebe1 phoeni phoenix phoenix1 phoenix2 phoenix888 phone phone1 photo1 photog
photon photos phpbb phreak pi314159 pian pianoman pianos piao piazza pic's picard picasso piccolo picher picker pickle
pickle1 pickles pickles1 pickup pics pictere pictuers picture pictures picturs pie123 pieman piercing pierre pierre1
pietro pigeon piggies piggy piggy1 piglet piglet1 pigpen pikachu pikachu1 pillow pilot1 pilsner pimp pimp101 pimp11
pimp12 pimp123 pimp13 pimp23 pimp69 pimpdadd pimpdaddy pimpdaddy1 pimpin pimpin1 pimpin2 pimping pimpjuice1 pimpster
pinball pineappl pineapple pineapple1 pinetree pinewood ping pingpong pinguin pingvin pinhead pink pink101 pink11
pink12 pink123 pink13 pink22 pinkfloy pinkfloyd pinkfloyd1 pinkie pinkpanther pinky pinky1 pinky123 pinnacle pintail
piolin pioneer pioneer1 pioner pipeline piper1 pipers pipiska pippen pippen33 pippin pippo piramida pirata pirate
pirate1 pirates pirates1 pisces pisser pissing pissoff pistol piston pistons pistons1 pitbull pitbull1 pitchers
pittsburgh pitures pixie pixies pizda pizdec pizza pizza1 pizza123 pizzahut pizzaman pizzas pjkjnj pk3x7w9w placebo
placid planet planeta planner plasma plastic plastics platinum platinum1 plato platon platypus playa playa1 playball
playboy playboy1 playboy123 playboy2 playboy69 playboys player player1 player69 playful playmate playstat playstatio
playstation playstation2 playstation3 playtime please please1 pleaseme pleasure plokij ploppy plumber pluto pluto1
pluton plymouth pobeda pocahontas pochta poetry pogiako poi098 point poipoi poison poisson poiuyt poiuytrewq
poiuytreza pok29q6666 pokemo pokemon pokemon1 pokemon11 pokemon12 pokemon123 pokemon2 poker1 pokerface pokey pokey1
poland polarbea polarbear polarbear1 polaris polaris1 polaroid polgara police police1 polina polinka pollito pollux
polly polly1 polniypizdec0211 polniypizdec1102 polniypizdec110211 polo polopolo polopolo09 polska polska1 pomidor
pommes pompey pompier pompom poncho pong pontiac pontiac1 pony ponyboy poobear pooch poochie poochie1 poodle pooh
pooh12 poohbea poohbear poohbear1 poohbear12 pookey pookie pookie1 pooky pool6123 poonam poontang poop poop11 poop12
poop123 pooper pooper1 poophead poopie poopie1 poopmaster poopoo poopoo1 pooppoop poopsie poopy poopy1 pooter pop123
popcorn popcorn1 popcorn123 popeye popeye1 popo popo123 popopo popova popper poppie poppop poppy poppy1 poppy123
poptart poptart1 poptropica porcodio porkchop porkchop1 porky porn porn123 porn4me porn69 pornking porno porno1
pornografia pornographic pornos pornpass pornstar pornstar1 porsche porsche1 porsche9 porsche911 porshe porter
portishead portland portugal portugal1 poseidon positive possum postal postman postov1000 posture pot420 potato
pothead pothead1 pothead420 potpot potter potter1 pounded poussin povlmly727 powder power power1 power123 powerade
powerman powers ppppp pppppp pqntmt1247 pr1ncess pradeep praise prakash prancer prasad prashant praveen praxis prayer
preacher preciosa precious precious1 predator prelude prelude1 premium premiumcash presario presiden president
president1 presto preston preston1 pretty pretty1 pretty12 prettyboy1 prettygirl pretzel prima primal primavera prime1
primetime21 primus princ prince prince1 princes princesa princesa1 princesita princess princess! princess01 princess07
princess08 princess09 princess1 princess10 princess11 princess12 princess123 princess13 princess14 princess15
princess16 princess17 princess18 princess19 princess2 princess20 princess21 princess22 princess23 princess24 princess3
princess4 princess5 princess69 princess7 princess8 princess9 princessa princesse princeto principe principessa
pringles printer printer1 priscill priscilla priscilla1 prisonbreak prissy prissy1 privat private private1 privet
priyanka pro100 probes prodigy production professional professor progress project project1 projectsadminx promise
promise1 prophet prosper prosperity prospero prosto proton protoss proverbs31 proview prowler proxy prozac
przyjaciolki psalm23 psicologia psychnau psychnaut1 psycho psycho1 psychology ptybnxtvgbjy puck puddin pudding
pudding1 puddles puertorico puffer puffin puffy pufunga7782 pugsley pulsar pumkin pumper pumpkin pumpkin1 pumpkins
punani punisher punk punkass punker punkin punkin1 punkrock punkrock1 punksnotdead punter pupkin puppies puppies1
puppy puppy1 puppy123 puppydog puppylove puppylove1 puppys pupsik pupuce purdue purpl purple purple1 purple11 purple12
purple123 purple13 purple2 purple22 purple3 purple7 pushkin pushok puss pussey pussie pussies pusssy pussy pussy1
pussy12 pussy123 pussy2 pussy4me pussy69 pussybitch pussycat pussycat1 pussyeat pussyeater pussylicker pussylov
pussylover pussyman pussys pusyy putter pwd1234 pyon pyramid pyramid1 pyramids python q0tsrbv488 q11111 q12345 q123456
q1234567 q123456789 q1234567890 q1q1q1 q1q2q3 q1q2q3q4 q1q2q3q4q5 q1w2e3 q1w2e3r q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 q2w3e4 q2w3e4r5 qarglr123 qawsed qawsedrf qawsedrftg qawsedrftgyh
qaywsx qaz123 qaz12345 qaz123456 qaz123wsx qaz123wsx456 qaz741 qazedc qazplm qazqaz qazqazqaz qazws qazwsx qazwsx1
qazwsx12 qazwsx123 qazwsx1234 qazwsx12345 qazwsxed qazwsxedc qazwsxedc1 qazwsxedc12 qazwsxedc123 qazwsxedcrfv
qazwsxedcrfvtgb qazxcv qazxsw qazxsw1 qazxsw12 qazxsw123 qazxswedc qazxswedc123 qazxswedcvfr qazzaq qazzaq1
qdujvyg5sxa qh6xl1p9xj qian qiang qiao qiciqdp162 qing qiong qpalzm qpwoeiruty qq123456 qq123456789 qqq111 qqq123 qqqq
qqqq1111 qqqqq qqqqq1 qqqqqq qqqqqq1 qqqqqqq qqqqqqqq qqqqqqqqqq qqqwww qqww1122 qqwwee qti7zxh18u quake quake3 quaker
quality quality123 quan quant4307s quantum quartz quasar quattro queen queen1 queenas8151 queenie queens quentin quest
quest1 question qugrqfo825 quicksilver quiksilver quincy qw123 qw123321 qw123456 qwaszx qwaszx1 qwaszx12 qwaszxerdfcv
qwe1122334 qwe123 qwe1234 qwe12345 qwe123456 qwe1234567 qwe123asd qwe123qwe qwe123qwe123 qwe1asd qwe321 qwe789 qweasd
qweasd1 qweasd123 qweasdzx qweasdzxc qweasdzxc1 qweasdzxc123 qwedsa qwedsazxc qweewq qwegta13091990 qweqwe qweqwe1
qweqwe123 qweqweqwe qwer qwer12 qwer123 qwer1234 qwer4321 qwerasdf qwerasdfzxcv qwerf12 qwerqwer qwerqwer2 qwert
qwert1 qwert12 qwert123 qwert1234 qwert12345 qwert40 qwert54321 qwert6 qwertasdfg qwertasdfgzxcvb qwertgfdsa
qwertqwert qwerttrewq qwerty qwerty! qwerty01 qwerty1 qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456
qwerty123456789 qwerty13 qwerty2 qwerty2010 qwerty21 qwerty22 qwerty321 qwerty5 qwerty6 qwerty666 qwerty69 qwerty7
qwerty77 qwerty777 qwerty78 qwerty789 qwerty99 qwertyasdfgh qwertyqwerty qwertyu qwertyu1 qwertyu123 qwertyui
qwertyui1 qwertyuio qwertyuio1 qwertyuiop qwertyuiop1 qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345
qwertyuiop[] qwertyytrewq qwertz qwertzui qwertzuiop qwezxc qwqwqw r12345 r123456 r123456789 r2d2 r2d2c3p0 r2d2c3po
r3vi3wpass r4e3w2q1 r9lw4j8khx rabbit rabbit1 rabbits rabota racecar racecar1 racer racer1 racers racerx rachael
rachael1 rachel rachel1 rachelle racing racing1 racoon radar1 radeon radhika radiance radio radio1 radiohea radiohead
radiohead1 raduga rafael rafael1 raffles ragman ragnar ragnarok rahasia raiden raider raider1 raiders raiders1
raiderz1 rainbow rainbow1 rainbow123 rainbow6 rainbows raindrop rainier rainman rainyday raisin raistlin rajesh
rajkumar rakesh raketa rakkaus ralph ralph1 ralphie ralphy ram1500 ramada ramazan rambler rambo rambo1 ramesh ramirez
ramjet rammstei rammstein rammstein1 ramona ramones rampage ramram ramrod ramses ramstein ramzes ranchero rancid
randall random random1 randy randy1 randyorton ranetki rang ranger ranger1 rangerover rangers rangers1 raphael rapier
raptor raptors rapture rapunzel raquel rascal rascal1 rasdzv3 rasengan rashmi rasmus rasputin rasta rasta1 rasta69
rastafari rastaman raster rastus ratboy ratdog ratfink ratman rattler raven raven1 ravens ravens1 rawhide rawr123
ray123 rayman raymond raymond1 rayray rayray1 raziel razor razvan razz razzle rb26dett rbcekz rbhbkk rbotmvz954 rctybz
rdfhnbhf reader reading ready2go reagan realestate reality really realmadrid realnigga1 realtor reanimator reaper
reaper1 reaver rebbyt34 rebeca rebecca rebecca1 rebel rebel1 rebelde rebelde1 rebels rebelz reboot reborn rebound1
reckless recon recovery red123 red1234 red12345 redalert redbaron redbeard redbird redbone redbull redbull1 redcar
reddevil reddog reddog1 reddwarf redemption redeye redfish redfive redfox redhat redhead redhead1 redheads redhot
redleg redlight redline redman redman1 redneck redneck1 redone redred redred1 redrock redrose redroses redrum redrum1
reds redshift redskin redskins redskins1 redskins21 redsox redsox04 redsox1 redstar redstorm redwall redwine redwing
redwing1 redwings redwings1 redwolf redwood reebok reefer reeses reflex regal reggae reggie reggie1 regina regina1
register rehbwf reliant reload reloaded remember remember1 rememberme remingto remington remington1 remote renat
renata renato renault renee renee1 renegade reng rental repoman reptile repytwjdf requiem rerehepf rereirf rerfhfxf
rerfhtre rescue research reset123 resident residentevil resing1965 respect respect1 respublika restart retard retard1
retired retsam revelation revenge revenge1 reviewpass revival47 revoluti revolution revolver rey619 reznor rfcgthcrbq
rfgbnjirf rfgecnf rfgecnfcerf rfhbyf rfhfgep rfhfrfnbwf rfhfvtkmrf rfhfylfi rfhlbyfk rfhnjirf rfkbyf rfkmrekznjh
rfn.if rfnfcnhjaf rfnfgekmnf rfnthbyf rfnthbyf1988 rfntymrf rfrfirf rfrnec rfvfcenhf rhbcnbyf rhbcnbyjxrf rhfcfdbwf
rhfcfdxbr rhfcjnf rhfcjnrf rhfcyjzhcr rhfvfnjhcr rhiannon rhino rhino1 rhinos rhjkbr rhjrjlbk rhonda rhtdtlrj rhubarb
ribbit ricard ricardo ricardo1 riccardo rice80 richar richard richard1 richard123 richardson riches richie richie1
richmond rickster ricky ricky1 ricochet riddler riffraff rigger rightnow righton rihanna riley riley1 ringo ripken
ripper ripple riptide river1 rivera riverplate riverrat riversid riverside riverside1 rjcvjc rjhjdf rjhjkm rjhjkmbien
rjhjktdf rjirfrgbde rjitxrf rjntyjr rjnzhf rjyatnrf rjycnbnewbz rjycnfynby rjyjgkz rjynfrn rkfdbfnehf rktjgfnhf
roadkill roadking roadrunn roadrunner roadster roadway roanne42300 rob123 robbie robbie1 rober robert robert1 robert12
robert123 robert2 roberta roberto roberto1 roberts robin robin1 robinhood robinson robinson1 robocop robot robotech
robotics rochard rochelle rock rock123 rockandroll rockbottom rocker rocker1 rocket rocket1 rocketma rocketman rockets
rockets1 rockey rockford rockhard rockhopper rockie rockies rockin rockman rocknrol rocknroll rocknroll1 rockon
rockon1 rockroll rocks rocks1 rockstar rockstar1 rockstar12 rocky rocky1 rocky123 rocky2 rockydog rockyou rodent rodeo
rodina rodion rodman rodney rodney1 rodolfo rodrigo rodriguez rodriguez1 roflcopter roger roger1 rogers rogue rogue1
roland roland1 rolando rolex roller rollin rolltide rolltide1 roma romain roman roman1 romance romania romano romanov
romanova romans romario romashka romeo romeo1 romero romina rommel romulus ronald ronald1 ronaldinho ronaldo ronaldo1
ronaldo123 ronaldo7 ronaldo9 rong ronnie ronnie1 roofer rookie rooney rooney10 rooster rooster1 roosters rootbeer
rootbeer1 rootedit rooter rosalie rosario roscoe roscoe1 rose rose12 rose123 rosebud rosebud1 rosemarie rosemary roses
rosewood rosie rosie1 rosita rossella rossi46 rostov roswell rotary rotten rough route66 router rover rover1 rovers
rowdy rowena roxana roxane roxanne roxanne1 roxy roxy123 royals royboy roygbiv rrpass1 rrrrrr rsalinas rt6ytere
rtyuehe ruan rubber rubberduck rubble ruben rubicon ruby rudeboy ruffles rufus1 rugby1 ruger rugger rugrat rugrats
rulez rulezzz rumble runaway rundmc runescape runescape1 runescape2 runner runner1 running rupert rush2112 rushmore
ruslan russel russell russell1 russia russian7 rustam rusty rusty1 rusty2 rustydog ryan ryan12 ryan123 ryan962052
ryjgrf s12345 s123456 s123456789 s456123789 s8ylpe9jdpvym saab900 saab9000 sabaka sabbath sabian sabina sabine sable
sable1 sabre sabres sabrin sabrina sabrina1 sabrina123 sachin sacramento sacred sadie sadie1 sadie123 safari safety
safeway saffron sagitario sagitarius sahara saibaba saigon sailboat sailfish sailing sailor sailor1 sailormoon saints
saints1 sairam saiyan sakura sakura1 salamander salamandra salami salasana saleen sallas sally sally1 salman
salmankhan salmon salome salomon salope salsero saltydog salvador salvador1 salvation salvation1 salvator salvatore
sam123 sam12345 samadams samanta samanth samantha samantha1 samantha12 samara samba sambo samdog sameer samhain samiam
samir samira samm sammi sammie sammie1 sammy sammy1 sammy12 sammy123 sammy2 sammydog sammys samoht sample123 sampson
sampson1 samsam samson samson1 samsun samsung samsung1 samsung123 samtron samue samuel samuel01 samuel1 samurai
sanandreas sanane sanchez sanchez1 sancho sandeep sandhya sandiego sandiego1 sandman sandman1 sandr sandra sandra1
sandrine sandro sandy sandy1 sandy123 sandydog sandys sanfran sanfrancisco sangeeta sanity sanity72 sanjay sanjose
santa1 santacru santafe santamaria santana santana1 santiag santiago santiago1 santino santos santos1 santosh saopaulo
saphire sapper sapphic sapphire saqartvelo sara sara123 sarah sarah1 sarah123 sarajevo saratoga saratov sarita sasasa
sascha sasha sasha1 sasha12 sasha123 sasha12345 sasha_007 sashka saskia sassie sassy sassy1 sassy123 sasuke sasuke1
sasuke12 sasuke123 satan satan1 satan666 satana satanas sataniv1993 satchel satchmo satellit satellite sativa satori
satriani saturday saturn saturn1 saun saun24865709 sauron sausage sausages savage savage1 savanna savannah savannah1
savior sawdust saxman saxophon saxophone1 sayang sayang1 sayangku scamper scania scanner scarab scarface scarface1
scarlet scarlet1 scarlett scarlett1 sceptre schalke schalke04 schastie schatz schatzi scheisse schnuffi schokolade
school school1 school12 school123 school2 schoolgirlie schule schumacher schumi schwanz schwinn science scirocco
scoobie scooby scooby1 scooby2 scoobydo scoobydoo scoobydoo1 scoobydoo2 scoote scooter scooter1 scooter123 scooter2
scorpi scorpio scorpio1 scorpion scorpion1 scorpions scotch scotland scotland1 scott scott1 scottie scotts scottt
scotty scotty1 scoubidou2 scoubidou6 scout scout1 scrabble scrapper scrappy scrappy1 scream screamer screwy screwyou
scrooge scrotum scruffy scruffy1 scuba scuba1 scully scvmofas79 sdf7asdf6asdg8df seabass seabee seadog seadoo seagull
seahawk seahawks seahorse sealteam seamus sean searay search searcher seaside season seattle seattle1 seaweed seawolf
sebastia sebastian sebastian1 sebastian106 sebastie sebastien sebora sebring secre secret secret1 secret123 secret666
secrets secure security security1 sedona seductive seeker seemnemaailm segblue2 segreto seinfeld sekret select selena
selena1 selenagome selfok2013 selina selmer seminole seminoles1 semper semperfi semperfi1 senators seneca senegal seng
senha123 senior senior07 senior08 senior09 seniseviyorum senna sensei sentinel sentnece sentra sentry sephirot
sephiroth sephiroth1 septembe september september1 september2 september3 september7 september8 september9 septiembre
serafina14 seraphim serega seren serena serena1 serendipity serenity serenity1 sergbest serge sergei sergej sergey
sergi sergio sergio1 serpent sersolution server service service1 service321 sesame sestra sevastopol seven seven7
seven77 seven777 sevenof9 sevens seventeen severin sevilla seville seviyi sex123 sex4me sex69 sexgod sexmachine sexman
sexo sexpistols sexpot sexsex sexsex1 sexsexse sexsexsex sextoy sextrime1 sexual sexx sexxx sexxxx sexxxy sexxy sexy
sexy01 sexy07 sexy08 sexy09 sexy1 sexy10 sexy101 sexy11 sexy12 sexy123 sexy1234 sexy13 sexy14 sexy15 sexy16 sexy17
sexy18 sexy21 sexy22 sexy23 sexy69 sexyass sexybabe sexybaby1 sexyback1 sexybeast1 sexybitch sexybitch1 sexybitch2
sexyblack1 sexyboy sexyboy1 sexychick1 sexygirl sexygirl1 sexygirl12 sexygurl1 sexylady sexylady1 sexylove1 sexymama
sexymama1 sexymama12 sexyman sexyman1 sexyme sexyme1 sexyone sexyred sexysexy sf49ers sfgiants shabba shado shadow
shadow01 shadow1 shadow11 shadow12 shadow1212 shadow123 shadow13 shadow2 shadow7 shadows shady shady1 shag shaggy
shaggy1 shai shaker shakespeare shakira shakira1 shakur shalom shaman shamanking shamil shampoo shamrock shamrock1
shamus shandy shane shane1 shaney14 shang shanghai shania shanna shanno shannon shannon1 shanny shanti shao shaolin
sharingan shark shark1 sharks sharky sharma sharon sharon1 sharp sharpie shasha shasta shaved shawn shawn1 shawty1
shazam sheba1 sheeba sheena sheepdog shei sheila sheila1 shelby shelby1 sheldon shelley shelly shelly1 sheltie shemale
shen sheng sherlock sherman sherman1 sherry sherry1 sherwood shevchenko shibby shibumi shifty shiloh shimano shimmer
shiner shinigami shinji shinobi shiraz shirley shirley1 shit shit123 shitface shitface1 shitfuck shithappens shithead
shithead1 shitter shitty shitty1 shiznit shmily shocker shodan shogun shojou shonuf shooter shooter1 shopper shopping
shopping1 shorty shorty1 shorty12 shorty123 shorty13 shorty2 shotgun shotgun1 shotokan shou showboat showme showtime
shredder shrike shroom shuai shuan shuang shui shun shuo shurik shutup shutup1 shweta shyguy sickboy sidekick
sidekick3 sidewind sidewinder sidney sidney1 siemens sienna sierra sierra1 sigma sigma1 sigmachi sigmar silence silent
silenthill silly1 silvana silve silver silver1 silverad silverado silverado1 silvi silvia simba simba1 simba123
simcity simferopol simon simon1 simon123 simona simone simone1 simple simple1 simpleplan simpson simpson1 simpsons
simpsons1 simran simsim sinatra sinbad sincity sinful singapor singapore singer singer1 single single1 sinister sinjin
sinned sinner sirius sissy sissy1 sister sister1 sisters sithlord sixers sixpack sixteen sixty9 sixtynin sixtynine
sizzle sk84life sk8board sk8ordie sk8ter skate skate1 skate123 skate4life skateboa skateboard skateordie skater
skater1 skater12 skater123 skater2 skaterboy1 skaterdude skazka skeeter skeeter1 skibum skidoo skiffy skiing skillet
skillz skinhead skinny skinny1 skins skipper skipper1 skippy skippy1 skittles skittles1 skittles12 skolko skorpion
skorpion39 skulls skunk sky123 skyblue skydive skydiver skyhawk skylar skylar1 skylark skyler skyler1 skyline skyline1
skyliner34 skynet skywalke skywalker skywalker1 slacker slainte slamdunk slammer slapnuts slapper slappy slapshot
slasher slava slave slave1 slavik slayer slayer1 slayer666 sleeper sleepy sleepy1 slicer slick slick1 slider slim
slimjim slimshad slimshady slimshady1 slinky slipkno slipknot slipknot1 slipknot12 slipknot6 slipknot66 slipknot666
slipper slippery slippy sliver slonik slowhand slugger sluggo slut slut69 sluts sluttey slutty smackdow smackdown
smackdown1 smallville smart smart1 smartass smarty smashing smeghead smegma smeller smelly smelly1 smile smile1
smile123 smile4me smiles smiles1 smiley smiley1 smirnoff smirnov smirnova smith smith1 smiths smithy smitty smoke
smoke1 smoke420 smokedog smoker smokes smokeweed1 smokey smokey1 smokie smokin smoking smooch smooth smooth1 smoothie
smother smudge smuggles smurf smut smutty snafu snake snake1 snakeman snakes snapon snapper snapple snappy snapshot
snatch sneaker sneakers sneaky snicker snickers snickers1 sniffer snikers sniper sniper1 snoogans snooker snookie
snoop snoop1 snoopdog snoopdogg snoopdogg1 snoopy snoopy1 snoopy123 snoopy2 snowball snowball1 snowbird snowboar
snowboard snowboard1 snowdog snowflak snowflake snowflake1 snowman snowman1 snowwhite snowy snuffy snuggle snuggles
snuggles1 snusmumrik sobaka sober1 sobriety socce soccer soccer! soccer01 soccer07 soccer08 soccer09 soccer1 soccer10
soccer101 soccer11 soccer12 soccer123 soccer13 soccer14 soccer15 soccer16 soccer17 soccer18 soccer19 soccer2 soccer20
soccer21 soccer22 soccer23 soccer24 soccer3 soccer4 soccer5 soccer6 soccer7 soccer8 soccer9 socrate socrates sodapop
sofia sofiya softail softball softball1 softball10 softball11 softball12 softball13 softball14 softball15 softball2
softball21 softball22 softball23 softball3 softball7 softtail software sojdlg123aljg sokolov sokolova solace solange
solaris soldat soldier soldier1 soleda soledad soleil solidsnake solitude solnce solnishko solomon solomon1 solrac
solution somanypickles27 someone something something1 sommer sonali sonata songbird songoku sonia sonia1 sonic sonic1
sonic123 sonics sonne sonnenschein sonny1 sonoma sonora sony sonyericsson sonyfuck sonyvaio sooners sooners1 sophi
sophia sophia1 sophie sophie1 sophie123 soprano sopranos sosiska soso123aljg soulfly souljaboy1 soulmate sound1 sousou
south1 south13 southern southpar southpark southpark1 southpaw southpole1 southsid southside southside1 southside2
southside3 southwest1 sowhat space space1 spaceman spade1 spam spam967888 spaniel spanish spanish1 spank spanker
spanking spankme spanky spanky1 spanner sparhawk sparkey sparkle sparkle1 sparkles sparky sparky1 sparrow sparta
spartacu spartak spartak1922 spartan spartan1 spartan117 spartans sparty spawn speaker special special1 specialinsta
specialk spectre spectrum speed speed1 speedo speedy speedy1 spencer spencer1 sperma sphinx spice spice1 spide spider
spider-man spider1 spiderma spiderman spiderman1 spiderman2 spiderman3 spiderman4 spiderman7 spidey spiffy spike
spike1 spike123 spiker spikes spikey spinner spionin8688 spiral spirit spirit1 spitfire spitfire1 splash splatter
spleen spliff splinter splurge spock spock1 sponge sponge1 spongebo spongebob spongebob0 spongebob1 spongebob2
spongebob3 spongebob7 spongebob9 spooge spook spooky spooky1 spoons sport1 sporting sports sports1 sporty spotty
spring spring1 springer sprint sprinter sprite sprite1 sprocket sprout spud spunk spunky spunky1 spurs spurs1 sputnik
spyder sqdwfe squall squash squeak squerting squid squirrel squirt squirts srinivas sriram ss563563ss ssss sssss
ssssss sssssss ssssssss ssssssssss ssyu1314 st0n3 stacey stacey1 staind stalin stalingrad stalker stalker1 stalker123
stallion stamford stampede standard standby stang stanislav stanley stanley1 star star1 star11 star12 star123 star1234
star13 star69 starbuck starbucks starbucks1 starburst1 starcraf starcraft starcraft1 starcraft2 stardust staredobre
starfire starfish starfish1 starfox stargate stargate1 starligh starlight starlight1 starlite starman stars stars1
starship starsky starstar start start1 start123 starter startfinding startrek startrek1 starwar starwars starwars1
starwars111 starwars12 starwarsfan10 stasik static statistika status stayout stealth steamforums steaua steel1 steeler
steelers steelers1 steelers43 steelers7 steelhea stefan stefangreil1983 stefania stefanie stefano steffi steflio3123
stella stella1 stellar stellina stepan steph steph1 stephane stephani stephanie stephanie1 stephanie2 stephen stephen1
stephy stereo sterlin sterling sterling1 sterva steve steve1 steve123 steven steven1 steveo steves stevie stevie1
stewart stewart1 stickdaddy77 stickman sticks sticky stiffy stigmata stiletto stimpy sting sting1 stinger stinger1
stingray stinker stinky stinky1 stinkyfinger stitch stocking stocks stomatolog stone1 stone55 stonecol stonecold
stonecold1 stoned stoner stoner1 stoner420 stones stonewal stoney stooge stooges stopit stoppedby storm storm1 stormy
stormy1 storys strange1 stranger strannik strap strat stratfor strato stratocaster stratus strawber strawberry
streaming street street1 streetball strelok strength strider strife strike striker stripe striper stripper stroker
stroller strong strong1 stryker stuart stubby stud student student1 studio studioworks studly studman studmuffin
stuffer stumpy stunner stunt101 stupid stupid1 stylus su123456 suan subaru sublime sublime1 submarin submit subway
subzero succes success success1 successful sucesso suck suckcock suckdick sucker sucker1 suckers suckit suckit1 suckme
suckmycock suckmydick sucks suede sugar sugar1 sugarbear1 sugars suikoden sukebe sullivan sully sultan summe summer
summer01 summer05 summer06 summer07 summer08 summer09 summer1 summer10 summer11 summer12 summer123 summer2 summer2008
summer2010 summer69 summer99 summerti summertime summit sunbeam sunbird sundance sunday sunday1 sundaypunch sunderla
sunderland sundevil sundown sunfire sunflowe sunflower sunflower1 sunita sunkist sunlight sunny sunny1 sunny123
sunnyday sunrise sunset sunset1 sunshin sunshine sunshine! sunshine01 sunshine1 sunshine10 sunshine11 sunshine12
sunshine13 sunshine2 sunshine21 sunshine22 sunshine23 sunshine3 sunshine69 sunshine7 suntzu super super1 super12
super123 superb superbow superduper superfly supergirl supergirl1 superma superman superman01 superman1 superman10
superman11 superman12 superman123 superman13 superman2 superman21 superman22 superman23 superman3 superman69 superman7
supermanboy supermario supernatural supernov supernova supernova1 superpuper supers supersonic supersta superstar
superstar1 superstar2 supervisor superwoman support supra sureno13 suresh surf surfer surfer1 surfing surfing1 surfsup
surside13 surveyor survivor susan susan1 susana susanne sushi sushi1 susieq suslik suzanne suzanne1 suzuki suzuki1
sverige sveta svetasveta svetik svetka svetlana svoboda swallow swallows swampy swanky swatch swede sweden sweeps
sweet sweet1 sweet12 sweet123 sweet16 sweet2 sweetangel sweetass sweetdream sweetgirl sweethea sweetheart sweetie
sweetie1 sweetiepie sweetnes sweetness sweetness1 sweetpea sweetpea1 sweetpussy sweets sweets1 sweety sweety1 sweety12
swifty swimmer swimmer1 swimming swimming1 swinger swingers swinging swoosh sword swordfis swordfish swordfish1 swords
sydney sydney1 sylveste sylvester sylvester1 sylvia sylvie syncmaster synergy syracuse syrinx system system1
systemofadown syzygy sz9kqcctwy t12345 t123456 t123456789 t34vfrc1991 tabasco tabitha tabitha1 table54781 tacit taco
tacobell tacobell1 tacoma tadmichaels tadpole taekwondo taekwondo1 taffy tahiti tahoe taichi tailgate taipan
taishan2011 takamine takashi talgat talisman talon tamara tamara1 tamerlan tammy tammy1 tampabay tamuna tamwsn3sja
tanechka tangerin tangerine tangkai tango tango1 tanker tanner tanner1 tantra tanya tanya1 tara tarakan tarantul
tardis target target123 tarheel tarheels tarheels1 tarpon tartan tarzan tasha tasha1 tashkent tasty tatarin tater
tatiana tatiana1 tatjana tattoo tattoo1 tatyana taurus taxman taylo taylor taylor01 taylor1 taylor11 taylor12
taylor123 taylor2 taytay taytay1 tazman tazmania tazz tbird tbone tdfyutkbjy tdutybq tdutybz teabag teacher teacher1
team teamo teamo1 teamo123 teamomucho teamwork teapot teaser techn9ne technics techno technology tecumseh teddy teddy1
teddy123 teddybea teddybear teddybear1 teddybear2 teejay teen teenie teens teensex teiubesc tekken telecast telecaster
telechargement telecom telefon telefono telephon telephone telephone1 television televizor temitope temp temp123
temp1234 tempest templar temple temppass temppassword temptress tenchi tenerife teng tennesse tennessee1 tennis
tennis1 teonamaria1 tequier tequiero tequila tequila1 terefon teres teresa teresa1 terminat terminator termite terran
terrapin terrell terrell1 terrier terriers terror terry terry1 tesoro test test1 test11 test12 test123 test1234 test2
teste tester tester1 testibil testing testing1 testing123 testpass testtest tetris tetsuo teufel texaco texans texas
texas1 texas123 texass thailand thanatos thankgod thanks thankyou thanos thatsme theatre thebear thebears12 thebeast
thebeatles thebest thebest1 theboss theboss1 theboys thecakeisalie thecat theclash thecrow thecure thedog thedon
thedoors thedude theduke theedge theend theflash theforce thegame thegame1 thegreat thegreat1 thegreat123 thekid
theking theking1 thelast1 thelma theman theman1 thematri thematrix theodore theone theone1 theonly1 theresa theresa1
therese therock therock1 thesaint theshit thesims thesims2 thething thetruth theused theused1 thewall thewho theworld
thierry thinker thinkpad thirteen thirteen13 thisisit thissuck thissucks1 thistle thoma thomas thomas01 thomas1
thomas12 thomas123 thomas2 thomas22 thompson thong thongs thor thorsten thrawn three3 threesom throatfuck thug4life
thuglife thuglife1 thugstools thumbnils thumbs thumper thumper1 thunder thunder1 thunderb thunderbird thursday thx1138
tiamat tian tiao tiberian tiberius tiburon tical ticket ticketmaster tickle tickler tickling ticklish ticktock tictac
tiesto tiffan tiffany tiffany1 tiffany123 tiger tiger1 tiger12 tiger123 tiger2 tiger7 tigercat tigers tigers1
tigerwoods tigge tigger tigger01 tigger1 tigger11 tigger12 tigger123 tigger2 tights tigre tigress tigrou tim123 timber
timberlake timberland timberwolf time timelord timeout timmy timmy1 timosha timothy timothy1 timoxa94 timur tina ting
tinker tinker1 tinkerbe tinkerbel1 tinkerbell tinkerbell1 tinkle tinman tintin tipper tippy tiptop titan titan1
titanic titanic1 titanium titans titans1 titfuck tities titleist titlover titman tits titten titties titts titty
tittys tkbpfdtnf tkfkdg tkfkdgo tnk0mk16vx toaster toasty tobias toby tobydog today today1 toejam toffee together
toggle tokiohotel toledo tolkien tom123 tomahawk tomas tomate tomato tomboy tombrady12 tombraider tomcat tommy tommy1
tommy123 tommyboy tomorrow tomservo tomtom tomtom1 tonka tonto tonton tony tony1 tony12 tony123 tonyhawk toocool
toohot tookie toolbox toolman tooltime toomuch toon toonarmy toonces toons tootie tootsie tootsie1 topaz topcat topdog
topgun tophat topher topolino topper topsecre topsecret topspin toriamos torino tornado toronto torrent torres torres9
tortoise tortuga toshiba toshiba1 tosser total12scherz toto totoro tototo tottenha tottenham tottenham1 touchdow
toulouse toulouse31 toyota toyota1 trabajo tracer tracey tracker trackstar1 tractor tracy tracy1 trader trader12
trailers trainer training traktor tralala trample trance tranny transam transexual transfor transforme transformers
translator trapdoor60 trapper travel travel1 traveler travis travis1 treasure treble trebor treefrog treetop trek
trekker trenton1 tresd5 trevor trevor1 trfnthbyf trial triangle tricia tricky tricolor trident trigger trigger1 trigun
trinidad trinitro trinitron trinity trinity1 trinity3 tripleh triplets triplex tripod tripper trisha triskelion
tristan tristan1 tristar triton triumph trivia trixie trixie1 trojan trojans trojans1 troll trololo trombone trooper
trooper1 tropical trouble trouble1 trousers trout1 truck truck1 trucker trucker1 truckin trucking trucks trueblue
truelove truelove1 truffles trumpet trumpet1 trunks trust trust1 trustme trustn01 trustno trustno1 trustnoone tryagain
tsunami ttd955audg tttttt tuborg tucker tucker1 tucson tudelft tuesday tuffy tugboat tujhrf tulane tulip tulips
tunafish tundra tuning tupac tupac1 tupacshakur tuputamadre turbo turbo1 turbos turk182 turkey turkey1 turkey50 turner
turnip turtle turtle1 turtles tuscl tuxedo tweety tweety1 tweety12 tweety2 tweetybird twiggy twilight twilight1
twilight12 twinkie twinkle twinkle1 twins twins2 twisted twisted1 twister twister1 twiztid twodogs twostep ty2t1hv3oc
tycoon tyler tyler1 tyler12 tyler123 tyler2 tylers typhoon tyrant tyrone tyrone1 tyson tyson1 tzir25l5kn u1v7hhh7ef
u38fa39 u77789 ub6ib9 ublhjgjybrf ubnfhf udacha ufhhbgjnnth ufhvjybz ufkbyf uganda uhbujhbq uhfybn8888 ujkjdjkjvrf
ukflbfnjh12 ultima ultimate ultra ultraman ultras umbrella umpire uncencored undead undercover underdog underground
underoath1 undertak undertaker undertow underworld unforgiven unicorn unicorn1 unique unique1 united united1 univers2l
universa universal universal1 universe universi university unknown unknown1 unreal uptown upyours uqa9ebw445 uranus
urlaub urmom1 ursitesux ursula usa123 usarmy usdopaa user user345 user888 username usher1 usmarine usmc usmc0311
usnavy usuckballz1 utahjazz utjhubq utopia uvgx8f8232 uzumymw v123456 v123456789 vacation vacation1 vader vader1 vadim
vadimka vaffanculo vagabond vagina vagina1 valdepen valencia valentin valentina valentina1 valentine valentine1
valentino valera valeria valeria1 valerie valerie1 valeriya valhalla valkyrie valley valleywa vampir vampire vampire1
vampires vampyre vancouve vancouver vandal vanesa vaness vanessa vanessa1 vanessa123 vangogh vanguard vanhalen vanilla
vanilla1 vanille vantage vanyarespekt varvara vascorossi vaseline vasilisa vasiliy vauxhall vbhevbh vbhjndjhtw vbienrf
vbifyz vbkfirf vbkfyf vector vectra vedder vegas1 vegas123 vegeta vegeta1 vegita vegitta vegitto vehpbr velvet
vendetta venera venezuel venezuela venice venkat venom venom121293 venus vepsrf verbatim vergeten veritas verizon
verizon1 vermont vernon verona veronic veronica veronica1 veronika veronique versace vertigo verygood verygoodbot
vesper vette vette1 vfcnth vfczyz vfhbirf vfhbjk1801 vfhbyf vfhbyfvfhbyf vfhbyjxrf vfhbyrf vfhecz vfhnsirf vfhufhbnf
vfhufhbnrf vfhujif vfhvtkflrf vfibyf vfitymrf vfkbyf vfksirf vflfufcrfh vfnbkmlf vfndtq vfntvfnbrf vfpfafrf vfr750
vfrcbv vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf vfvfgfgf123 vfvfvskfhfve vfvjxrf vfylfhby vfylfhbyrf vgirl vh5150 viagra
vibrate vicecity vicente vicky vicky1 victo victoire victor victor1 victori victoria victoria1 victoria12 victory
victory1 video1 videoes vides vietnam viewsoni viewsonic viewsonic1 vijaya viking viking1 vikings vikings1 viktor
viktoria viktoriya village villanueva vincen vincent vincent1 vincenzo vinnie vintage violator violet violet1 violeta
violetta violin viper viper1 viper123 vipergts vipers viphv5j736 virago virgin virgini virginia virginia1 virginie
virgo virtuagirl virtue1234 visa vishal vishnu vision vitalik vitaliy vitamin vitor1268123 vitoria vittoria vittorio
vivaldi vivian viviana vivid vivitron vixen vjcrdf vjkjrj vjqgfhjkm vkontakte vlad vladik vladimir vladimirovna
vladislav vladislava vladvlad vodafone voiture voland volcom volcom1 volkodav volkov volkova volkswag volkswagen
volley volleyba volleyball volodin volodya voltron volume volvo volvo1 voodoo voodoo1 vorlon vorona vortex vostok
voyager voyager1 voyeur vqsablpzla vrbgqns997 vsegda vsjasnel12 vthctltc vtldtlm vulcan vulva vvvvvv vwgolf vyjujnjxbt
w00t88 w12345 w123456 w123456789 w1975a w1976a w1977a w1978a w1979a w1980a w1981a w1982a w1983a w1984a w1985a w1986a
w1987a w1988a w1989a w1990a w2dlww3v5p w5tn36alfw w5txn36alfw w66yrybgra w_pass wachtwoord waffenss waffle wagner
waheguru wahoo wakeup waldo1 walker walker1 walkman555 wall.e wallace wallace1 walleye wallstreet wally1 walmart
walmart1 walnut walrus walter walter1 wanderer wangyut2 wanker wanking wannabe wanrltw wanted wapapapa wapbbs warcraft
warcraft1 warcraft3 wareagle warehous warez warhamme warhammer warhammer1 warhammer40k warlock warlord warning warren
warren1 warrior warrior1 warriors warriors1 warszawa warthog wasabi wasdwasd washingt washington wasser wassup watashi
watcher water water1 water123 waterboy waterfal waterfall waterfall1 waterloo watermelon waterpolo waters waterski
watford watson wayer wayne wayne1 wazzkaprivet wazzup wcrfxtvgbjy wdtnjr wdtnjxtr weare138 weasel weather webcam
webhompas webhompass webmaste webmaster websol76 websolutions websolutionssu webster webster1 webuivalidat wedding
wedding1 wednesda wednesday wednesday1 weed weed123 weed420 weenie weezer weezy1 weihnachte weihnachten weihnachtsbau
weihnachtsbaum welcom welcome welcome1 welcome12 welcome123 welcome2 welder welkom wellhung wellingt wellington wendy
wendy1 wendys wenef45313 weng wenoob werder werdna werewolf werner weronika1992 werter werty wertyu wertzu wesley
wesley1 westcoast1 western westham westham1 westie westlife westside westside1 westside13 westwood wethepeople
wetpussy wetter weyersheim wg8e3wjf whaler whales what whateve whatever whatever! whatever1 whatever12 whatever2
whatsup whatsup1 whatthe whatthefuck whatthehell whatthezor whatup wheels whiplash whiskers whiskey whiskey1 whisky
whisper whistler white white1 whiteboy whiteboy1 whiteout whitepower whitesox whitetiger whitey whitney whitney1
whoami whocares whodat whoknows whoopass whopper whore whore1 whores whosyourdaddy whynot wibble wiccan wicked wicked1
widget wifes wifey wifey1 wiggles wilbur wildbill wildcard wildcat wildcat1 wildcats wildcats1 wildfire wildman
wildone wildwood will willem willi william william1 william123 william2 william2631 william3 williams williams1 willie
willie1 willis willow willow1 willy willy1 wilso wilson wilson1 winchest winchester windmill window window1 windows
windows1 windows7 windsor windsurf wingchun wingman wingnut wingzero winmx1 winner winner1 winnie winnie1 winnipeg261
winston winston1 winter winter1 winter12 winter99 wisconsi wisdom wisdom1 wiseguy wishbone wishmaster wizard wizard1
wizards wizzard woaini woaini1314 wobble wolf wolf359 wolfen wolfgang wolfie wolfman wolfpac wolfpack wolverin
wolverine wolverine1 wolves wolves1 wolvie womam womans wombat wonder wonder1 wonderboy wonderfu wonderful wonderful1
wonderland wonderwall wonderwoman wonton woodie woodland woodstoc woodstock woodstock1 woodwork woody woody1 woofer
woofwoof woohoo wookie wordpass wordpass1 wordup work working world1 worldcup wormix wow123 wow12345 wowser wp2003wp
wpcakir264 wraith wrangler wrasloco11 wrench wrestle wrestlin wrestling wrestling1 wright wrinkle1 wrinkles writer
writerspace wsbe279qsg wsxedc wsxqaz wsxzaq wutang wwe123 www123 wwwwww wxcvbn wysiwyg wyvern x123456 x3luym2mmj
x4ivyga51f x72jhhu3z x99qomx561 xanadu xander xantia xantria10315 xavier xavier1 xblhintb9w xbox xbox360 xboxlive
xerxes xfiles xian xiang xiang123456 xiaoyua123 xige5516726 xing xpressmusic xrated xterra xtreme xtseo2011tdx xxx123
xxx666 xxx777 xxxp455w0rd5 xxxpass xxxx xxxxx xxxxx1 xxxxxx xxxxxx1 xxxxxxx xxxxxxxx xxxxxxxxxx xxxzzz xyz123 xyzzy
y6p67ftrqj yagjecc826 yahoo yahoo.com yahoo1 yahoo123 yahoomail yahooo yahweh yamaha yamaha1 yamahar1 yamahar6 yamato
yandex yandi20080527 yankee yankee1 yankees yankees1 yankees13 yankees2 yanks yanks1 yannick yanshi1982 yanyan
yaoiisgrand yaroslav yasmin yasmine ybccfy ybrbnf ybrbnjc ybrjkfq ybrjkftdbx ybrjkftdyf yeah yeahbaby year2005 yello
yellow yellow1 yellow11 yellow12 yellow123 yellow2 yellowcard yemi19900911 yeshua yessir yesterda yesyes yfafyz
yfcntyf yfcntymrf yfcnzyfcnz yfdbufnjh10305070 yfdbufnjh63 yfhenj yfnfif yfnfirf yfnfitymrf yfnfkb yfnfkbz yfnfkmz
yggdrasil4 yinyang yitbos yjdsqgfhjkm yngwie yoda yogibear yolanda yolanda1 yomama yomama1 yomomma1 yorkie yorktown
yosemite yoshi you123 youandme youbye123 youknow young young1 youngmoney yourmama yourmom yourmom1 yourmom123 youssef
yousuck yousuck1 youtube youtube1 youyou yoyo yoyo123 yoyoma yoyoyo yoyoyo1 ytngfhjkz ytrewq ytrhjvfyn ytyfdbcnm
yu5l97wk8q yuantuo2012 yugioh yugioh1 yuliya yummy yummy1 yumyum yvette yvonne yvonne1 yxcvbnm yyyyyy yyyyyy1 yzerman
z00000 z0102030405 z12345 z123456 z123456789 z1x2c3 z1x2c3v4 z1x2c3v4b5 z1x2c3v4b5n6m7 zacatecas1 zacefron zacefron1
zachary zachary1 zag12wsx zainab zalupa zamboni zander zang zanzibar zaphod zappa zappa1 zapper zaq123 zaq12345
zaq12wsx zaq1xsw2 zaq1xsw2cde3 zaqwsx zaqwsxcde zaqwsxcderfv zaqxsw zaqxswcde zaratustra zaraza zardoz zarina zasada
zaxscd zazaza zcfvfzkexifz zcxfcnkbdf zcxfcnkbdfz zealots zebra zebra1 zebras zelda1 zeng zenith zephyr zeppelin
zeppelin1 zerocool zeus zhai zhao zhei zheng zhenya zhjckfd zhong zhou zhuai zhuan zhuang zhui zhun zhuo zidane ziggy
ziggy1 zigzag zildjian zinger zipper zippo zippy zippy1 zjses9evpa zk.: zmx870919123 zodiac zoey101 zoloto zolushka
zombie zombie1 zong zoomer zooropa zoosk zorro zorro1 zouzou zqjphsyf6ctifgu zuan zulu zvezda zx123456789 zxasqw
zxasqw12 zxc123 zxc123456 zxcasd zxcasdqwe zxcasdqwe123 zxccxz zxcv zxcv123 zxcv1234 zxcvasdf zxcvb zxcvb1 zxcvb123
zxcvb12345 zxcvbasdfg zxcvbn zxcvbn1 zxcvbn123456 zxcvbnm zxcvbnm1 zxcvbnm12 zxcvbnm123 zxcvbnm123456789 zxcvbnm:
zxcvvcxz zxczxc zxzxzx zydfhm zyjxrf zz8807zpl zztop zzxxcc zzz111 zzz123 zzzxxx zzzzz1 zzzzzz zzzzzz1 zzzzzzz
zzzzzzzz zzzzzzzzzz йцукен пароль
$common$, E'\n'), E'\n', ' '), ' ') word;
