-- New tables only: locks nothing that is in use.

create table onestop.number_register (
  agency text not null,
  year smallint not null,
  last_number int not null,
  primary key (agency, year)
);
comment on table onestop.number_register is 'Sổ cấp số kết quả: the last number that an agency gave in a year. Taken with the result itself, so that none is left out.';

create table onestop.given_number (
  agency text not null,
  year smallint not null,
  number int not null,
  dossier_code text not null,
  title text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (agency, year, number)
);
comment on table onestop.given_number is 'A line of the register: which result has the number.';
