-- An import in steps: what lies between two steps must outlive the transaction of the first.

create table sales.import_order (
  import text not null,
  number text collate "C" not null,
  constraint import_order_pkey primary key (import, number)
);

comment on table sales.import_order is
  'The orders that an import in steps has booked so far: a later part of the file may add lines to them. Empty when it has ended.';
comment on column sales.import_order.import is 'The ticket of its job.';
comment on column sales.import_order.number is 'The order''s number.';

create table sales.import_reject (
  import text not null,
  line bigint not null,
  reason text not null,
  text text not null,
  constraint import_reject_pkey primary key (import, line)
);

comment on table sales.import_reject is
  'The lines that an import in steps has rejected so far. They become its file of rejects when it ends.';
comment on column sales.import_reject.import is 'The ticket of its job.';
comment on column sales.import_reject.line is 'The number of the line in the file.';
comment on column sales.import_reject.reason is 'Which rule it breaks.';
comment on column sales.import_reject.text is 'The line as it stands in the file.';
