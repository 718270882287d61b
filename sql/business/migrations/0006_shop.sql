-- The shop: what holds for the business as a whole.

create table sales.shop (
  is_the_shop boolean not null default true,
  time_zone text not null default 'UTC',
  constraint shop_pkey primary key (is_the_shop),
  constraint shop_is_one check (is_the_shop)
);

comment on table sales.shop is 'What holds for the business as a whole: one row.';
comment on column sales.shop.is_the_shop is 'Always true, so that there is one row.';
comment on column sales.shop.time_zone is
  'The time zone whose days orders and invoices bear, such as Europe/Copenhagen; sales.set_time_zone() checks it.';

insert into sales.shop default values;
