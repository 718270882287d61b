-- Parties and goods: who buys, who sells to us, what the goods are and what they cost.
--
-- What imports of orders create stays as poor as it was: a code, a country as the file spells it, a name
-- for a product. All else is null until somebody says it.

create table sales.country (
  code text collate "C" not null,
  name text not null,
  eu_from date,
  eu_to date,
  vat_prefix text collate "C",
  constraint country_pkey primary key (code),
  constraint country_name_key unique (name),
  constraint country_code_has_2_letters check (code ~ '^[A-Z]{2}$'),
  constraint country_leaves_after_it_joins check (eu_to >= eu_from)
);

comment on table sales.country is 'The countries of ISO 3166-1.';
comment on column sales.country.code is 'The code, alpha-2, such as DK.';
comment on column sales.country.name is 'The usual name in English.';
comment on column sales.country.eu_from is 'The day on which it joined the European Union, or a community before it; null for others.';
comment on column sales.country.eu_to is 'The last day on which the Union''s rules on VAT held there; null while they do.';
comment on column sales.country.vat_prefix is
  'The letters that its VAT ids begin with, such as EL for Greece; null where none are checked. Those of Northern Ireland begin with XI.';

insert into sales.country (code, name, eu_from, eu_to, vat_prefix)
values
  ('AD', 'Andorra', null, null, null),
  ('AE', 'United Arab Emirates', null, null, null),
  ('AF', 'Afghanistan', null, null, null),
  ('AG', 'Antigua and Barbuda', null, null, null),
  ('AI', 'Anguilla', null, null, null),
  ('AL', 'Albania', null, null, null),
  ('AM', 'Armenia', null, null, null),
  ('AO', 'Angola', null, null, null),
  ('AQ', 'Antarctica', null, null, null),
  ('AR', 'Argentina', null, null, null),
  ('AS', 'American Samoa', null, null, null),
  ('AT', 'Austria', '1995-01-01', null, 'AT'),
  ('AU', 'Australia', null, null, null),
  ('AW', 'Aruba', null, null, null),
  ('AX', 'Åland Islands', null, null, null),
  ('AZ', 'Azerbaijan', null, null, null),
  ('BA', 'Bosnia and Herzegovina', null, null, null),
  ('BB', 'Barbados', null, null, null),
  ('BD', 'Bangladesh', null, null, null),
  ('BE', 'Belgium', '1958-01-01', null, 'BE'),
  ('BF', 'Burkina Faso', null, null, null),
  ('BG', 'Bulgaria', '2007-01-01', null, 'BG'),
  ('BH', 'Bahrain', null, null, null),
  ('BI', 'Burundi', null, null, null),
  ('BJ', 'Benin', null, null, null),
  ('BL', 'Saint Barthélemy', null, null, null),
  ('BM', 'Bermuda', null, null, null),
  ('BN', 'Brunei', null, null, null),
  ('BO', 'Bolivia', null, null, null),
  ('BQ', 'Bonaire, Sint Eustatius and Saba', null, null, null),
  ('BR', 'Brazil', null, null, null),
  ('BS', 'Bahamas', null, null, null),
  ('BT', 'Bhutan', null, null, null),
  ('BV', 'Bouvet Island', null, null, null),
  ('BW', 'Botswana', null, null, null),
  ('BY', 'Belarus', null, null, null),
  ('BZ', 'Belize', null, null, null),
  ('CA', 'Canada', null, null, null),
  ('CC', 'Cocos (Keeling) Islands', null, null, null),
  ('CD', 'Congo (Democratic Republic)', null, null, null),
  ('CF', 'Central African Republic', null, null, null),
  ('CG', 'Congo', null, null, null),
  ('CH', 'Switzerland', null, null, 'CHE'),
  ('CI', 'Côte d''Ivoire', null, null, null),
  ('CK', 'Cook Islands', null, null, null),
  ('CL', 'Chile', null, null, null),
  ('CM', 'Cameroon', null, null, null),
  ('CN', 'China', null, null, null),
  ('CO', 'Colombia', null, null, null),
  ('CR', 'Costa Rica', null, null, null),
  ('CU', 'Cuba', null, null, null),
  ('CV', 'Cabo Verde', null, null, null),
  ('CW', 'Curaçao', null, null, null),
  ('CX', 'Christmas Island', null, null, null),
  ('CY', 'Cyprus', '2004-05-01', null, 'CY'),
  ('CZ', 'Czechia', '2004-05-01', null, 'CZ'),
  ('DE', 'Germany', '1958-01-01', null, 'DE'),
  ('DJ', 'Djibouti', null, null, null),
  ('DK', 'Denmark', '1973-01-01', null, 'DK'),
  ('DM', 'Dominica', null, null, null),
  ('DO', 'Dominican Republic', null, null, null),
  ('DZ', 'Algeria', null, null, null),
  ('EC', 'Ecuador', null, null, null),
  ('EE', 'Estonia', '2004-05-01', null, 'EE'),
  ('EG', 'Egypt', null, null, null),
  ('EH', 'Western Sahara', null, null, null),
  ('ER', 'Eritrea', null, null, null),
  ('ES', 'Spain', '1986-01-01', null, 'ES'),
  ('ET', 'Ethiopia', null, null, null),
  ('FI', 'Finland', '1995-01-01', null, 'FI'),
  ('FJ', 'Fiji', null, null, null),
  ('FK', 'Falkland Islands', null, null, null),
  ('FM', 'Micronesia', null, null, null),
  ('FO', 'Faroe Islands', null, null, null),
  ('FR', 'France', '1958-01-01', null, 'FR'),
  ('GA', 'Gabon', null, null, null),
  ('GB', 'United Kingdom', '1973-01-01', '2020-12-31', 'GB'),
  ('GD', 'Grenada', null, null, null),
  ('GE', 'Georgia', null, null, null),
  ('GF', 'French Guiana', null, null, null),
  ('GG', 'Guernsey', null, null, null),
  ('GH', 'Ghana', null, null, null),
  ('GI', 'Gibraltar', null, null, null),
  ('GL', 'Greenland', null, null, null),
  ('GM', 'Gambia', null, null, null),
  ('GN', 'Guinea', null, null, null),
  ('GP', 'Guadeloupe', null, null, null),
  ('GQ', 'Equatorial Guinea', null, null, null),
  ('GR', 'Greece', '1981-01-01', null, 'EL'),
  ('GS', 'South Georgia and the South Sandwich Islands', null, null, null),
  ('GT', 'Guatemala', null, null, null),
  ('GU', 'Guam', null, null, null),
  ('GW', 'Guinea-Bissau', null, null, null),
  ('GY', 'Guyana', null, null, null),
  ('HK', 'Hong Kong', null, null, null),
  ('HM', 'Heard Island and McDonald Islands', null, null, null),
  ('HN', 'Honduras', null, null, null),
  ('HR', 'Croatia', '2013-07-01', null, 'HR'),
  ('HT', 'Haiti', null, null, null),
  ('HU', 'Hungary', '2004-05-01', null, 'HU'),
  ('ID', 'Indonesia', null, null, null),
  ('IE', 'Ireland', '1973-01-01', null, 'IE'),
  ('IL', 'Israel', null, null, null),
  ('IM', 'Isle of Man', null, null, null),
  ('IN', 'India', null, null, null),
  ('IO', 'British Indian Ocean Territory', null, null, null),
  ('IQ', 'Iraq', null, null, null),
  ('IR', 'Iran', null, null, null),
  ('IS', 'Iceland', null, null, null),
  ('IT', 'Italy', '1958-01-01', null, 'IT'),
  ('JE', 'Jersey', null, null, null),
  ('JM', 'Jamaica', null, null, null),
  ('JO', 'Jordan', null, null, null),
  ('JP', 'Japan', null, null, null),
  ('KE', 'Kenya', null, null, null),
  ('KG', 'Kyrgyzstan', null, null, null),
  ('KH', 'Cambodia', null, null, null),
  ('KI', 'Kiribati', null, null, null),
  ('KM', 'Comoros', null, null, null),
  ('KN', 'Saint Kitts and Nevis', null, null, null),
  ('KP', 'North Korea', null, null, null),
  ('KR', 'South Korea', null, null, null),
  ('KW', 'Kuwait', null, null, null),
  ('KY', 'Cayman Islands', null, null, null),
  ('KZ', 'Kazakhstan', null, null, null),
  ('LA', 'Laos', null, null, null),
  ('LB', 'Lebanon', null, null, null),
  ('LC', 'Saint Lucia', null, null, null),
  ('LI', 'Liechtenstein', null, null, null),
  ('LK', 'Sri Lanka', null, null, null),
  ('LR', 'Liberia', null, null, null),
  ('LS', 'Lesotho', null, null, null),
  ('LT', 'Lithuania', '2004-05-01', null, 'LT'),
  ('LU', 'Luxembourg', '1958-01-01', null, 'LU'),
  ('LV', 'Latvia', '2004-05-01', null, 'LV'),
  ('LY', 'Libya', null, null, null),
  ('MA', 'Morocco', null, null, null),
  ('MC', 'Monaco', null, null, null),
  ('MD', 'Moldova', null, null, null),
  ('ME', 'Montenegro', null, null, null),
  ('MF', 'Saint Martin (French part)', null, null, null),
  ('MG', 'Madagascar', null, null, null),
  ('MH', 'Marshall Islands', null, null, null),
  ('MK', 'North Macedonia', null, null, null),
  ('ML', 'Mali', null, null, null),
  ('MM', 'Myanmar', null, null, null),
  ('MN', 'Mongolia', null, null, null),
  ('MO', 'Macao', null, null, null),
  ('MP', 'Northern Mariana Islands', null, null, null),
  ('MQ', 'Martinique', null, null, null),
  ('MR', 'Mauritania', null, null, null),
  ('MS', 'Montserrat', null, null, null),
  ('MT', 'Malta', '2004-05-01', null, 'MT'),
  ('MU', 'Mauritius', null, null, null),
  ('MV', 'Maldives', null, null, null),
  ('MW', 'Malawi', null, null, null),
  ('MX', 'Mexico', null, null, null),
  ('MY', 'Malaysia', null, null, null),
  ('MZ', 'Mozambique', null, null, null),
  ('NA', 'Namibia', null, null, null),
  ('NC', 'New Caledonia', null, null, null),
  ('NE', 'Niger', null, null, null),
  ('NF', 'Norfolk Island', null, null, null),
  ('NG', 'Nigeria', null, null, null),
  ('NI', 'Nicaragua', null, null, null),
  ('NL', 'Netherlands', '1958-01-01', null, 'NL'),
  ('NO', 'Norway', null, null, 'NO'),
  ('NP', 'Nepal', null, null, null),
  ('NR', 'Nauru', null, null, null),
  ('NU', 'Niue', null, null, null),
  ('NZ', 'New Zealand', null, null, null),
  ('OM', 'Oman', null, null, null),
  ('PA', 'Panama', null, null, null),
  ('PE', 'Peru', null, null, null),
  ('PF', 'French Polynesia', null, null, null),
  ('PG', 'Papua New Guinea', null, null, null),
  ('PH', 'Philippines', null, null, null),
  ('PK', 'Pakistan', null, null, null),
  ('PL', 'Poland', '2004-05-01', null, 'PL'),
  ('PM', 'Saint Pierre and Miquelon', null, null, null),
  ('PN', 'Pitcairn', null, null, null),
  ('PR', 'Puerto Rico', null, null, null),
  ('PS', 'Palestine', null, null, null),
  ('PT', 'Portugal', '1986-01-01', null, 'PT'),
  ('PW', 'Palau', null, null, null),
  ('PY', 'Paraguay', null, null, null),
  ('QA', 'Qatar', null, null, null),
  ('RE', 'Réunion', null, null, null),
  ('RO', 'Romania', '2007-01-01', null, 'RO'),
  ('RS', 'Serbia', null, null, null),
  ('RU', 'Russia', null, null, null),
  ('RW', 'Rwanda', null, null, null),
  ('SA', 'Saudi Arabia', null, null, null),
  ('SB', 'Solomon Islands', null, null, null),
  ('SC', 'Seychelles', null, null, null),
  ('SD', 'Sudan', null, null, null),
  ('SE', 'Sweden', '1995-01-01', null, 'SE'),
  ('SG', 'Singapore', null, null, null),
  ('SH', 'Saint Helena, Ascension and Tristan da Cunha', null, null, null),
  ('SI', 'Slovenia', '2004-05-01', null, 'SI'),
  ('SJ', 'Svalbard and Jan Mayen', null, null, null),
  ('SK', 'Slovakia', '2004-05-01', null, 'SK'),
  ('SL', 'Sierra Leone', null, null, null),
  ('SM', 'San Marino', null, null, null),
  ('SN', 'Senegal', null, null, null),
  ('SO', 'Somalia', null, null, null),
  ('SR', 'Suriname', null, null, null),
  ('SS', 'South Sudan', null, null, null),
  ('ST', 'Sao Tome and Principe', null, null, null),
  ('SV', 'El Salvador', null, null, null),
  ('SX', 'Sint Maarten (Dutch part)', null, null, null),
  ('SY', 'Syria', null, null, null),
  ('SZ', 'Eswatini', null, null, null),
  ('TC', 'Turks and Caicos Islands', null, null, null),
  ('TD', 'Chad', null, null, null),
  ('TF', 'French Southern Territories', null, null, null),
  ('TG', 'Togo', null, null, null),
  ('TH', 'Thailand', null, null, null),
  ('TJ', 'Tajikistan', null, null, null),
  ('TK', 'Tokelau', null, null, null),
  ('TL', 'Timor-Leste', null, null, null),
  ('TM', 'Turkmenistan', null, null, null),
  ('TN', 'Tunisia', null, null, null),
  ('TO', 'Tonga', null, null, null),
  ('TR', 'Türkiye', null, null, null),
  ('TT', 'Trinidad and Tobago', null, null, null),
  ('TV', 'Tuvalu', null, null, null),
  ('TW', 'Taiwan', null, null, null),
  ('TZ', 'Tanzania', null, null, null),
  ('UA', 'Ukraine', null, null, null),
  ('UG', 'Uganda', null, null, null),
  ('UM', 'United States Minor Outlying Islands', null, null, null),
  ('US', 'United States', null, null, null),
  ('UY', 'Uruguay', null, null, null),
  ('UZ', 'Uzbekistan', null, null, null),
  ('VA', 'Holy See', null, null, null),
  ('VC', 'Saint Vincent and the Grenadines', null, null, null),
  ('VE', 'Venezuela', null, null, null),
  ('VG', 'British Virgin Islands', null, null, null),
  ('VI', 'U.S. Virgin Islands', null, null, null),
  ('VN', 'Vietnam', null, null, null),
  ('VU', 'Vanuatu', null, null, null),
  ('WF', 'Wallis and Futuna', null, null, null),
  ('WS', 'Samoa', null, null, null),
  ('YE', 'Yemen', null, null, null),
  ('YT', 'Mayotte', null, null, null),
  ('ZA', 'South Africa', null, null, null),
  ('ZM', 'Zambia', null, null, null),
  ('ZW', 'Zimbabwe', null, null, null);

create table sales.country_name (
  name text not null,
  country text collate "C" not null,
  constraint country_name_pkey primary key (name),
  constraint country_name_country_fkey foreign key (country) references sales.country (code),
  constraint country_name_is_in_lower_case check (name = lower(name))
);

comment on table sales.country_name is 'The texts by which files mean a country, where they are sure: sales.country_of() looks here.';
comment on column sales.country_name.name is 'The text in lower case, such as eire.';
comment on column sales.country_name.country is 'The country''s code.';

insert into sales.country_name (name, country)
select lower(name), code
from sales.country
union all
select lower(code), code
from sales.country;

-- A database whose locale knows ASCII alone has no lower case for some letters.
insert into sales.country_name (name, country)
select lower(n.name), n.country
from (
  values
    ('great britain', 'GB'),
    ('uk', 'GB'),
    ('u.k.', 'GB'),
    ('england', 'GB'),
    ('scotland', 'GB'),
    ('wales', 'GB'),
    ('northern ireland', 'GB'),
    ('eire', 'IE'),
    ('éire', 'IE'),
    ('republic of ireland', 'IE'),
    ('usa', 'US'),
    ('u.s.a.', 'US'),
    ('united states of america', 'US'),
    ('deutschland', 'DE'),
    ('österreich', 'AT'),
    ('schweiz', 'CH'),
    ('suisse', 'CH'),
    ('svizzera', 'CH'),
    ('danmark', 'DK'),
    ('sverige', 'SE'),
    ('norge', 'NO'),
    ('suomi', 'FI'),
    ('ísland', 'IS'),
    ('nederland', 'NL'),
    ('the netherlands', 'NL'),
    ('holland', 'NL'),
    ('belgië', 'BE'),
    ('belgique', 'BE'),
    ('españa', 'ES'),
    ('italia', 'IT'),
    ('polska', 'PL'),
    ('magyarország', 'HU'),
    ('česko', 'CZ'),
    ('czech republic', 'CZ'),
    ('slovensko', 'SK'),
    ('slovenija', 'SI'),
    ('hrvatska', 'HR'),
    ('românia', 'RO'),
    ('ελλάδα', 'GR'),
    ('hellas', 'GR'),
    ('κύπρος', 'CY'),
    ('българия', 'BG'),
    ('eesti', 'EE'),
    ('latvija', 'LV'),
    ('lietuva', 'LT'),
    ('brasil', 'BR'),
    ('méxico', 'MX'),
    ('turkey', 'TR'),
    ('russian federation', 'RU'),
    ('viet nam', 'VN'),
    ('macedonia', 'MK'),
    ('korea, republic of', 'KR'),
    ('hong kong sar', 'HK'),
    ('uae', 'AE'),
    ('swaziland', 'SZ'),
    ('cape verde', 'CV'),
    ('burma', 'MM'),
    ('ivory coast', 'CI')
) n (name, country)
on conflict (name) do nothing;

create table sales.currency (
  code text collate "C" not null,
  name text not null,
  decimals integer not null,
  constraint currency_pkey primary key (code),
  constraint currency_code_has_3_letters check (code ~ '^[A-Z]{3}$'),
  constraint currency_decimals_are_0_to_4 check (decimals between 0 and 4)
);

comment on table sales.currency is 'The currencies of ISO 4217 in which goods are paid.';
comment on column sales.currency.code is 'The code, such as EUR.';
comment on column sales.currency.name is 'The name in English.';
comment on column sales.currency.decimals is 'How many decimals its amounts have.';

insert into sales.currency (code, name, decimals)
values
  ('AED', 'UAE Dirham', 2),
  ('AFN', 'Afghani', 2),
  ('ALL', 'Lek', 2),
  ('AMD', 'Armenian Dram', 2),
  ('AOA', 'Kwanza', 2),
  ('ARS', 'Argentine Peso', 2),
  ('AUD', 'Australian Dollar', 2),
  ('AWG', 'Aruban Florin', 2),
  ('AZN', 'Azerbaijan Manat', 2),
  ('BAM', 'Convertible Mark', 2),
  ('BBD', 'Barbados Dollar', 2),
  ('BDT', 'Taka', 2),
  ('BHD', 'Bahraini Dinar', 3),
  ('BIF', 'Burundi Franc', 0),
  ('BMD', 'Bermudian Dollar', 2),
  ('BND', 'Brunei Dollar', 2),
  ('BOB', 'Boliviano', 2),
  ('BRL', 'Brazilian Real', 2),
  ('BSD', 'Bahamian Dollar', 2),
  ('BTN', 'Ngultrum', 2),
  ('BWP', 'Pula', 2),
  ('BYN', 'Belarusian Ruble', 2),
  ('BZD', 'Belize Dollar', 2),
  ('CAD', 'Canadian Dollar', 2),
  ('CDF', 'Congolese Franc', 2),
  ('CHF', 'Swiss Franc', 2),
  ('CLP', 'Chilean Peso', 0),
  ('CNY', 'Yuan Renminbi', 2),
  ('COP', 'Colombian Peso', 2),
  ('CRC', 'Costa Rican Colon', 2),
  ('CUP', 'Cuban Peso', 2),
  ('CVE', 'Cabo Verde Escudo', 2),
  ('CZK', 'Czech Koruna', 2),
  ('DJF', 'Djibouti Franc', 0),
  ('DKK', 'Danish Krone', 2),
  ('DOP', 'Dominican Peso', 2),
  ('DZD', 'Algerian Dinar', 2),
  ('EGP', 'Egyptian Pound', 2),
  ('ERN', 'Nakfa', 2),
  ('ETB', 'Ethiopian Birr', 2),
  ('EUR', 'Euro', 2),
  ('FJD', 'Fiji Dollar', 2),
  ('FKP', 'Falkland Islands Pound', 2),
  ('GBP', 'Pound Sterling', 2),
  ('GEL', 'Lari', 2),
  ('GHS', 'Ghana Cedi', 2),
  ('GIP', 'Gibraltar Pound', 2),
  ('GMD', 'Dalasi', 2),
  ('GNF', 'Guinean Franc', 0),
  ('GTQ', 'Quetzal', 2),
  ('GYD', 'Guyana Dollar', 2),
  ('HKD', 'Hong Kong Dollar', 2),
  ('HNL', 'Lempira', 2),
  ('HTG', 'Gourde', 2),
  ('HUF', 'Forint', 2),
  ('IDR', 'Rupiah', 2),
  ('ILS', 'New Israeli Sheqel', 2),
  ('INR', 'Indian Rupee', 2),
  ('IQD', 'Iraqi Dinar', 3),
  ('IRR', 'Iranian Rial', 2),
  ('ISK', 'Iceland Krona', 0),
  ('JMD', 'Jamaican Dollar', 2),
  ('JOD', 'Jordanian Dinar', 3),
  ('JPY', 'Yen', 0),
  ('KES', 'Kenyan Shilling', 2),
  ('KGS', 'Som', 2),
  ('KHR', 'Riel', 2),
  ('KMF', 'Comorian Franc', 0),
  ('KPW', 'North Korean Won', 2),
  ('KRW', 'Won', 0),
  ('KWD', 'Kuwaiti Dinar', 3),
  ('KYD', 'Cayman Islands Dollar', 2),
  ('KZT', 'Tenge', 2),
  ('LAK', 'Lao Kip', 2),
  ('LBP', 'Lebanese Pound', 2),
  ('LKR', 'Sri Lanka Rupee', 2),
  ('LRD', 'Liberian Dollar', 2),
  ('LSL', 'Loti', 2),
  ('LYD', 'Libyan Dinar', 3),
  ('MAD', 'Moroccan Dirham', 2),
  ('MDL', 'Moldovan Leu', 2),
  ('MGA', 'Malagasy Ariary', 2),
  ('MKD', 'Denar', 2),
  ('MMK', 'Kyat', 2),
  ('MNT', 'Tugrik', 2),
  ('MOP', 'Pataca', 2),
  ('MRU', 'Ouguiya', 2),
  ('MUR', 'Mauritius Rupee', 2),
  ('MVR', 'Rufiyaa', 2),
  ('MWK', 'Malawi Kwacha', 2),
  ('MXN', 'Mexican Peso', 2),
  ('MYR', 'Malaysian Ringgit', 2),
  ('MZN', 'Mozambique Metical', 2),
  ('NAD', 'Namibia Dollar', 2),
  ('NGN', 'Naira', 2),
  ('NIO', 'Cordoba Oro', 2),
  ('NOK', 'Norwegian Krone', 2),
  ('NPR', 'Nepalese Rupee', 2),
  ('NZD', 'New Zealand Dollar', 2),
  ('OMR', 'Rial Omani', 3),
  ('PAB', 'Balboa', 2),
  ('PEN', 'Sol', 2),
  ('PGK', 'Kina', 2),
  ('PHP', 'Philippine Peso', 2),
  ('PKR', 'Pakistan Rupee', 2),
  ('PLN', 'Zloty', 2),
  ('PYG', 'Guarani', 0),
  ('QAR', 'Qatari Rial', 2),
  ('RON', 'Romanian Leu', 2),
  ('RSD', 'Serbian Dinar', 2),
  ('RUB', 'Russian Ruble', 2),
  ('RWF', 'Rwanda Franc', 0),
  ('SAR', 'Saudi Riyal', 2),
  ('SBD', 'Solomon Islands Dollar', 2),
  ('SCR', 'Seychelles Rupee', 2),
  ('SDG', 'Sudanese Pound', 2),
  ('SEK', 'Swedish Krona', 2),
  ('SGD', 'Singapore Dollar', 2),
  ('SHP', 'Saint Helena Pound', 2),
  ('SLE', 'Leone', 2),
  ('SOS', 'Somali Shilling', 2),
  ('SRD', 'Surinam Dollar', 2),
  ('SSP', 'South Sudanese Pound', 2),
  ('STN', 'Dobra', 2),
  ('SVC', 'El Salvador Colon', 2),
  ('SYP', 'Syrian Pound', 2),
  ('SZL', 'Lilangeni', 2),
  ('THB', 'Baht', 2),
  ('TJS', 'Somoni', 2),
  ('TMT', 'Turkmenistan New Manat', 2),
  ('TND', 'Tunisian Dinar', 3),
  ('TOP', 'Pa’anga', 2),
  ('TRY', 'Turkish Lira', 2),
  ('TTD', 'Trinidad and Tobago Dollar', 2),
  ('TWD', 'New Taiwan Dollar', 2),
  ('TZS', 'Tanzanian Shilling', 2),
  ('UAH', 'Hryvnia', 2),
  ('UGX', 'Uganda Shilling', 0),
  ('USD', 'US Dollar', 2),
  ('UYU', 'Peso Uruguayo', 2),
  ('UZS', 'Uzbekistan Sum', 2),
  ('VED', 'Bolívar Soberano', 2),
  ('VES', 'Bolívar Soberano', 2),
  ('VND', 'Dong', 0),
  ('VUV', 'Vatu', 0),
  ('WST', 'Tala', 2),
  ('XAD', 'Arab Accounting Dinar', 2),
  ('XAF', 'CFA Franc BEAC', 0),
  ('XCD', 'East Caribbean Dollar', 2),
  ('XCG', 'Caribbean Guilder', 2),
  ('XOF', 'CFA Franc BCEAO', 0),
  ('XPF', 'CFP Franc', 0),
  ('YER', 'Yemeni Rial', 2),
  ('ZAR', 'Rand', 2),
  ('ZMW', 'Zambian Kwacha', 2),
  ('ZWG', 'Zimbabwe Gold', 2);

create table sales.unit (
  code text collate "C" not null,
  name text not null,
  constraint unit_pkey primary key (code),
  constraint unit_code_has_2_to_3_characters check (code ~ '^[A-Z0-9]{2,3}$')
);

comment on table sales.unit is 'The usual units of UN/ECE Recommendation 20.';
comment on column sales.unit.code is 'The code, such as KGM.';
comment on column sales.unit.name is 'The name in English.';

insert into sales.unit (code, name)
values
  ('ACR', 'acre'),
  ('ANN', 'year'),
  ('BAR', 'bar'),
  ('C62', 'one'),
  ('CEL', 'degree Celsius'),
  ('CLT', 'centilitre'),
  ('CMK', 'square centimetre'),
  ('CMQ', 'cubic centimetre'),
  ('CMT', 'centimetre'),
  ('DAY', 'day'),
  ('DLT', 'decilitre'),
  ('DMT', 'decimetre'),
  ('DZN', 'dozen'),
  ('E48', 'service unit'),
  ('EA', 'each'),
  ('FOT', 'foot'),
  ('FTK', 'square foot'),
  ('FTQ', 'cubic foot'),
  ('GLI', 'gallon (UK)'),
  ('GLL', 'gallon (US)'),
  ('GRM', 'gram'),
  ('GRO', 'gross'),
  ('H87', 'piece'),
  ('HAR', 'hectare'),
  ('HLT', 'hectolitre'),
  ('HUR', 'hour'),
  ('INH', 'inch'),
  ('KGM', 'kilogram'),
  ('KMT', 'kilometre'),
  ('KWH', 'kilowatt hour'),
  ('KWT', 'kilowatt'),
  ('LBR', 'pound'),
  ('LM', 'linear metre'),
  ('LS', 'lump sum'),
  ('LTR', 'litre'),
  ('MGM', 'milligram'),
  ('MIN', 'minute'),
  ('MLT', 'millilitre'),
  ('MMT', 'millimetre'),
  ('MON', 'month'),
  ('MTK', 'square metre'),
  ('MTQ', 'cubic metre'),
  ('MTR', 'metre'),
  ('MWH', 'megawatt hour'),
  ('NAR', 'number of articles'),
  ('NPR', 'number of pairs'),
  ('ONZ', 'ounce'),
  ('P1', 'percent'),
  ('PR', 'pair'),
  ('QAN', 'quarter (of a year)'),
  ('SEC', 'second'),
  ('SET', 'set'),
  ('SMI', 'mile (statute mile)'),
  ('TNE', 'tonne (metric ton)'),
  ('WEE', 'week'),
  ('YRD', 'yard');

-- Customers.

alter table sales.customer
add column name text,
add column language text,
add column email text,
add column vat_id text collate "C",
add column payment_days integer,
add column currency text collate "C",
add column country_code text collate "C",
add constraint customer_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
add constraint customer_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'),
add constraint customer_email_has_1_to_254_characters check (char_length(email) between 1 and 254),
add constraint customer_vat_id_has_4_to_16_characters check (vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'),
add constraint customer_payment_days_are_0_to_366 check (payment_days between 0 and 366),
add constraint customer_currency_fkey foreign key (currency) references sales.currency (code),
add constraint customer_country_code_fkey foreign key (country_code) references sales.country (code);

comment on column sales.customer.name is 'The name of the person or firm; null if only the code is known.';
comment on column sales.customer.language is 'The language to write in, such as da or pt-BR.';
comment on column sales.customer.email is 'The address for e-mail.';
comment on column sales.customer.vat_id is
  'The VAT id with its prefix, without blanks and signs, such as DK13585628; sales.vat_refusal() checks it.';
comment on column sales.customer.payment_days is 'How many days after the invoice''s day payment is due; null if nothing was agreed, which means sales.shop.payment_days.';
comment on column sales.customer.currency is 'The currency in which the customer pays.';
comment on column sales.customer.country_code is
  'The country by ISO 3166-1, if somebody said it; sales.whole_customer derives it from the text otherwise.';

-- A page of a search walks one of these indexes in its order: lower case, by bytes.
create index customer_by_name on sales.customer ((lower(name) collate "C"), code)
where name is not null;

create index customer_by_email on sales.customer ((lower(email) collate "C"), code)
where email is not null;

create index customer_by_vat_id on sales.customer (vat_id, code)
where vat_id is not null;

-- Suppliers.

create table sales.supplier (
  created_at timestamptz not null default now(),
  payment_days integer,
  code text collate "C" not null,
  name text,
  language text,
  email text,
  vat_id text collate "C",
  currency text collate "C",
  country text,
  country_code text collate "C",
  constraint supplier_pkey primary key (code),
  constraint supplier_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint supplier_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint supplier_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'),
  constraint supplier_email_has_1_to_254_characters check (char_length(email) between 1 and 254),
  constraint supplier_vat_id_has_4_to_16_characters check (vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'),
  constraint supplier_country_has_1_to_100_characters check (char_length(country) between 1 and 100),
  constraint supplier_payment_days_are_0_to_366 check (payment_days between 0 and 366),
  constraint supplier_currency_fkey foreign key (currency) references sales.currency (code),
  constraint supplier_country_code_fkey foreign key (country_code) references sales.country (code)
);

comment on table sales.supplier is 'The parties from which the shop buys.';
comment on column sales.supplier.created_at is 'When the supplier was first seen.';
comment on column sales.supplier.payment_days is 'How many days after the invoice''s day the shop pays.';
comment on column sales.supplier.code is 'The supplier''s number or code, as files spell it.';
comment on column sales.supplier.name is 'The name of the person or firm; null if only the code is known.';
comment on column sales.supplier.language is 'The language to write in, such as da or pt-BR.';
comment on column sales.supplier.email is 'The address for e-mail.';
comment on column sales.supplier.vat_id is
  'The VAT id with its prefix, without blanks and signs, such as DK13585628; sales.vat_refusal() checks it.';
comment on column sales.supplier.currency is 'The currency in which the shop pays.';
comment on column sales.supplier.country is 'The country as a file spells it.';
comment on column sales.supplier.country_code is
  'The country by ISO 3166-1, if somebody said it; sales.whole_supplier derives it from the text otherwise.';

create index supplier_by_name on sales.supplier ((lower(name) collate "C"), code)
where name is not null;

create index supplier_by_email on sales.supplier ((lower(email) collate "C"), code)
where email is not null;

create index supplier_by_vat_id on sales.supplier (vat_id, code)
where vat_id is not null;

create table sales.address (
  id bigint generated always as identity,
  customer text collate "C",
  supplier text collate "C",
  kind text not null,
  lines text[] not null,
  postcode text,
  city text,
  region text,
  country text collate "C",
  constraint address_pkey primary key (id),
  constraint address_customer_kind_key unique (customer, kind),
  constraint address_supplier_kind_key unique (supplier, kind),
  constraint address_customer_fkey foreign key (customer) references sales.customer (code),
  constraint address_supplier_fkey foreign key (supplier) references sales.supplier (code),
  constraint address_country_fkey foreign key (country) references sales.country (code),
  constraint address_is_of_one_party check (num_nonnulls(customer, supplier) = 1),
  constraint address_kind_is_known check (kind in ('invoice', 'delivery')),
  constraint address_has_at_most_3_lines check (cardinality(lines) <= 3 and array_position(lines, null) is null),
  constraint address_lines_have_at_most_600_characters check (char_length(array_to_string(lines, '')) <= 600),
  constraint address_postcode_has_1_to_20_characters check (char_length(postcode) between 1 and 20),
  constraint address_city_has_1_to_100_characters check (char_length(city) between 1 and 100),
  constraint address_region_has_1_to_100_characters check (char_length(region) between 1 and 100),
  constraint address_says_something check (cardinality(lines) > 0 or num_nonnulls(postcode, city, region, country) > 0)
);

comment on table sales.address is 'The addresses of customers and suppliers: at most one of each kind.';
comment on column sales.address.id is 'The key.';
comment on column sales.address.customer is 'The customer whose address it is; null for a supplier''s.';
comment on column sales.address.supplier is 'The supplier whose address it is; null for a customer''s.';
comment on column sales.address.kind is 'invoice or delivery: where the party''s invoices go, or the goods.';
comment on column sales.address.lines is 'Street and house, perhaps with a name or a floor in lines of their own.';
comment on column sales.address.postcode is 'The postcode.';
comment on column sales.address.city is 'The city.';
comment on column sales.address.region is 'The state or province, where addresses have one.';
comment on column sales.address.country is 'The country by ISO 3166-1.';

create view sales.party_address as
select
  a.customer,
  a.supplier,
  a.kind,
  jsonb_strip_nulls(jsonb_build_object(
    'lines', to_jsonb(a.lines), 'postcode', a.postcode, 'city', a.city, 'region', a.region,
    'countryCode', a.country)) as address
from sales.address a;

comment on view sales.party_address is 'The addresses as json objects, as model functions and frozen copies have them.';
comment on column sales.party_address.customer is 'The customer whose address it is; null for a supplier''s.';
comment on column sales.party_address.supplier is 'The supplier whose address it is; null for a customer''s.';
comment on column sales.party_address.kind is 'The kind: invoice or delivery.';
comment on column sales.party_address.address is
  'An object of lines, postcode, city, region and countryCode, without those that are not known.';

create view sales.whole_customer as
select
  c.code,
  c.name,
  c.language,
  c.email,
  c.vat_id,
  c.payment_days,
  c.currency,
  c.country,
  coalesce(c.country_code, n.country) as country_code,
  i.address as invoice_address,
  d.address as delivery_address,
  c.created_at
from sales.customer c
left join sales.country_name n on n.name = lower(c.country)
left join sales.party_address i on i.customer = c.code and i.kind = 'invoice'
left join sales.party_address d on d.customer = c.code and d.kind = 'delivery';

comment on view sales.whole_customer is
  'A customer with the addresses. Ask for one (where code = …) or for a page, not for all.';
comment on column sales.whole_customer.code is 'The customer''s number or code.';
comment on column sales.whole_customer.name is 'The name of the person or firm.';
comment on column sales.whole_customer.language is 'The language to write in.';
comment on column sales.whole_customer.email is 'The address for e-mail.';
comment on column sales.whole_customer.vat_id is 'The VAT id with its prefix.';
comment on column sales.whole_customer.payment_days is 'How many days after the invoice''s day payment is due.';
comment on column sales.whole_customer.currency is 'The currency in which the customer pays.';
comment on column sales.whole_customer.country is 'The country as a file or an order spelled it.';
comment on column sales.whole_customer.country_code is
  'The country by ISO 3166-1: as somebody said it, or else by the text where that is sure.';
comment on column sales.whole_customer.invoice_address is 'The address for invoices, as an object of sales.party_address.';
comment on column sales.whole_customer.delivery_address is 'The address for goods, as an object of sales.party_address.';
comment on column sales.whole_customer.created_at is 'When the customer was first seen.';

create view sales.whole_supplier as
select
  s.code,
  s.name,
  s.language,
  s.email,
  s.vat_id,
  s.payment_days,
  s.currency,
  s.country,
  coalesce(s.country_code, n.country) as country_code,
  i.address as invoice_address,
  d.address as delivery_address,
  s.created_at
from sales.supplier s
left join sales.country_name n on n.name = lower(s.country)
left join sales.party_address i on i.supplier = s.code and i.kind = 'invoice'
left join sales.party_address d on d.supplier = s.code and d.kind = 'delivery';

comment on view sales.whole_supplier is
  'A supplier with the addresses. Ask for one (where code = …) or for a page, not for all.';
comment on column sales.whole_supplier.code is 'The supplier''s number or code.';
comment on column sales.whole_supplier.name is 'The name of the person or firm.';
comment on column sales.whole_supplier.language is 'The language to write in.';
comment on column sales.whole_supplier.email is 'The address for e-mail.';
comment on column sales.whole_supplier.vat_id is 'The VAT id with its prefix.';
comment on column sales.whole_supplier.payment_days is 'How many days after the invoice''s day the shop pays.';
comment on column sales.whole_supplier.currency is 'The currency in which the shop pays.';
comment on column sales.whole_supplier.country is 'The country as a file spells it.';
comment on column sales.whole_supplier.country_code is
  'The country by ISO 3166-1: as somebody said it, or else by the text where that is sure.';
comment on column sales.whole_supplier.invoice_address is 'The address for letters, as an object of sales.party_address.';
comment on column sales.whole_supplier.delivery_address is 'The address from which goods come, as an object of sales.party_address.';
comment on column sales.whole_supplier.created_at is 'When the supplier was first seen.';

-- Products.

alter table sales.product
add column is_active boolean not null default true,
add column unit text collate "C",
add column tax_class text,
add column supplier text collate "C",
add column category text,
add constraint product_unit_fkey foreign key (unit) references sales.unit (code),
add constraint product_supplier_fkey foreign key (supplier) references sales.supplier (code),
add constraint product_tax_class_is_known check (tax_class in ('standard', 'reduced', 'zero', 'exempt', 'none')),
add constraint product_category_has_1_to_100_characters check (char_length(category) between 1 and 100);

comment on column sales.product.is_active is 'False if it is no longer sold.';
comment on column sales.product.unit is 'The unit of its quantities and price; null if nobody said, which means pieces.';
comment on column sales.product.tax_class is 'standard, reduced, zero, exempt or none; null if nobody said.';
comment on column sales.product.supplier is 'From whom the shop buys it.';
comment on column sales.product.category is 'The group of goods to which it belongs.';

create index product_by_name on sales.product ((lower(name) collate "C"), code);

create index product_by_supplier on sales.product (supplier)
where supplier is not null;

create view sales.whole_product as
select
  p.code,
  p.name,
  p.unit,
  p.tax_class,
  exists (
    select
    from logistics.on_hand h
    where h.product_code = p.code
  ) as is_stocked,
  p.is_active,
  p.supplier,
  p.category,
  p.created_at
from sales.product p;

comment on view sales.whole_product is
  'A product, and if it is stocked. Whoever reads it needs no rights in logistics. Ask for one or for a page.';
comment on column sales.whole_product.code is 'The code, as files spell it.';
comment on column sales.whole_product.name is 'The name; the code while nobody has said one.';
comment on column sales.whole_product.unit is 'The unit of its quantities and price.';
comment on column sales.whole_product.tax_class is 'The kind of tax: standard, reduced, zero, exempt or none.';
comment on column sales.whole_product.is_stocked is
  'True if orders of it are shipped from what is on hand, as logistics.is_stocked() says.';
comment on column sales.whole_product.is_active is 'False if it is no longer sold.';
comment on column sales.whole_product.supplier is 'From whom the shop buys it.';
comment on column sales.whole_product.category is 'The group of goods to which it belongs.';
comment on column sales.whole_product.created_at is 'When the product was first seen.';

-- Prices.

create table sales.price_list (
  valid_from date not null default '0001-01-01',
  valid_to date,
  code text collate "C" not null,
  name text,
  currency text collate "C" not null,
  constraint price_list_pkey primary key (code),
  constraint price_list_currency_fkey foreign key (currency) references sales.currency (code),
  constraint price_list_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint price_list_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint price_list_ends_after_it_begins check (valid_to >= valid_from)
);

comment on table sales.price_list is 'The lists of prices, each in one currency.';
comment on column sales.price_list.valid_from is 'The first day on which its prices hold.';
comment on column sales.price_list.valid_to is 'The last day on which its prices hold; null for ever.';
comment on column sales.price_list.code is 'The list''s code, such as retail.';
comment on column sales.price_list.name is 'The name for people.';
comment on column sales.price_list.currency is 'The currency of its prices.';

create table sales.price (
  from_day date not null,
  list text collate "C" not null,
  product text collate "C" not null,
  unit_price numeric(12, 4) not null,
  constraint price_pkey primary key (list, product, from_day),
  constraint price_list_fkey foreign key (list) references sales.price_list (code),
  constraint price_product_fkey foreign key (product) references sales.product (code),
  constraint price_unit_price_is_not_negative check (unit_price >= 0)
);

create index price_by_product on sales.price (product, list, from_day);

comment on table sales.price is
  'The price of one of a product in a list, from a day until the next price of the product in that list.';
comment on column sales.price.from_day is 'The first day on which it holds.';
comment on column sales.price.list is 'The list that it belongs to.';
comment on column sales.price.product is 'The product.';
comment on column sales.price.unit_price is 'The price of one, in the list''s currency.';
