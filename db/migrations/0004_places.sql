-- Places: two hierarchies that meet at the building. A place is no personal data, so every role of the product may read it;
-- what the public sees stops at the unit, which the views of src/places see to.

create table place (
  district char(6) not null,
  id uuid not null,
  kind text not null check (kind in ('district', 'street', 'community', 'grid', 'compound', 'building', 'unit', 'room', 'spot')),
  code text not null check (code <> ''),
  door_code char(8),
  name text not null check (name <> ''),
  short_name text,
  full_name text not null,
  pinyin_initials text collate "C",
  pinyin_full text collate "C",
  path ltree not null,
  compound_path ltree,
  parent uuid,
  street uuid,
  community uuid,
  grid uuid,
  compound uuid,
  building uuid,
  unit uuid,
  building_no text,
  unit_no text,
  room_no text,
  floor int,
  cell int,
  compound_type text check (compound_type in ('commodity', 'work_unit', 'public_rental', 'new', 'old_courtyard')),
  label text,
  homes int check (homes >= 0),
  floors int check (floors > 0),
  built_year int,
  official_code text,
  valid_from date,
  valid_to date,
  primary key (district, id),
  constraint place_code unique (district, code),
  constraint place_door_code unique (district, door_code),
  constraint place_path unique (district, id, path),
  constraint place_compound_path unique (district, id, compound_path),
  foreign key (district, parent) references place (district, id),
  check ((kind = 'compound') = (compound_type is not null)),
  check (door_code is null or kind in ('building', 'unit')),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
comment on table place is 'A place of either hierarchy: district, street, community, grid; compound, building, unit, room; or a common part (spot).';
comment on column place.district is 'District code.';
comment on column place.id is 'Id made by the application.';
comment on column place.kind is 'Level of the place.';
comment on column place.code is 'Our code, as 990106003001K1-03-2-1201; never changes.';
comment on column place.door_code is 'Opaque code on the QR poster of a building or unit, eight characters of Crockford base 32.';
comment on column place.name is 'Name at its own level, as 梧桐苑, 3号楼, 2单元, 1201室.';
comment on column place.short_name is 'Other name in use, as 梧桐里 for 梧桐里社区.';
comment on column place.full_name is 'Name as said from the compound down, as 梧桐苑3号楼2单元1201室.';
comment on column place.pinyin_initials is 'First letters of the name''s pinyin, as wty; null for numbered places.';
comment on column place.pinyin_full is 'Pinyin of the name without tones or blanks; null for numbered places.';
comment on column place.path is 'Administrative path; current, rewritten when grids are redrawn.';
comment on column place.compound_path is 'Path by compound; null above the compound and outside of any.';
comment on column place.parent is 'Place one level up by code: of a building its compound, of a compound its community.';
comment on column place.street is 'Street the place lies in, itself for a street.';
comment on column place.community is 'Community the place lies in, itself for a community.';
comment on column place.grid is
  'Grid the place lies in (the small grid where there is one), itself for a grid; null when it lies in several or none.';
comment on column place.compound is 'Compound the place lies in, itself for a compound.';
comment on column place.building is 'Building the place lies in, itself for a building.';
comment on column place.unit is 'Unit the place lies in, itself for a unit.';
comment on column place.building_no is 'Number of the building as people say it, as 3 or A; for places in a building.';
comment on column place.unit_no is 'Number of the unit; for places in a unit.';
comment on column place.room_no is 'Number of the room; for rooms.';
comment on column place.floor is 'Floor of a room, where its number tells it.';
comment on column place.cell is 'Number of the 250 m cell the place lies in, row by row over the district; null where unknown.';
comment on column place.compound_type is 'Type of a compound, from which visit rhythm and required roles follow.';
comment on column place.label is 'An older name of the type that people still use, as 原廉租.';
comment on column place.homes is 'Number of homes in the place, as told at import.';
comment on column place.floors is 'Floors above ground of a building.';
comment on column place.built_year is 'Year it was built.';
comment on column place.official_code is 'Today''s official code where it differs; official codes get abolished.';
comment on column place.valid_from is 'First day the place exists; null when always.';
comment on column place.valid_to is 'First day it no longer exists; null while it does.';

create index place_initials on place (district, pinyin_initials) where pinyin_initials is not null;
comment on index place_initials is 'Query: the look-up box, places whose pinyin initials begin with the letters typed.';
create index place_pinyin on place (district, pinyin_full) where pinyin_full is not null;
comment on index place_pinyin is 'Query: the look-up box, places whose pinyin begins with the letters typed.';
create index place_named on place (district, kind) where kind in ('district', 'street', 'community', 'grid', 'compound', 'spot');
comment on index place_named is 'Query: the look-up box, places with a name of their own (few), to be compared with the words typed.';
create index place_number on place (district, building_no, room_no, unit_no);
comment on index place_number is 'Query: the look-up box, the building, unit or room with these numbers, then narrowed by compound.';
create index place_parent on place (district, parent);
comment on index place_parent is 'Query: the places one level below.';
create index place_community on place (district, community, kind);
comment on index place_community is 'Query: all buildings, grids or compounds of a community.';
create index place_compound on place (district, compound, kind);
comment on index place_compound is 'Query: all buildings of a compound.';

grant select, insert, update on place to linli_app;
