-- Owners' committees and property firms reach no place, only what their organisation is a party to: they see the threads that they lead and the tasks that are theirs.
drop policy thread_reach on thread;
create policy thread_reach on thread using (district = app_district()::char(6)
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or keeper = any (app_orgs())));
drop policy thread_task_reach on thread_task;
create policy thread_task_reach on thread_task using (district = app_district()::char(6)
  and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes()) or org = any (app_orgs()) or post = any (app_orgs())));
