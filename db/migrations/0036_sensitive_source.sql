-- Sensitive values that an import brought, so that undoing it takes them back.

alter table sensitive_value add column source uuid;
alter table sensitive_value add foreign key (district, source) references roster_import (district, id);
comment on column sensitive_value.source is 'The import that brought it; null for what a person wrote down.';
create index sensitive_value_source on sensitive_value (district, source) where source is not null;
comment on index sensitive_value_source is 'Query: what an import brought, when it is undone.';
