-- Deliberation 议事: threads from voice to verdict, meetings, resolutions and tasks, standing bodies, covenants, opinion polls, and what people say in them.
create table thread (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  title text not null check (title <> ''),
  summary text not null default '',
  origin text not null check (origin in ('matters', 'reception', 'resident', 'thread', 'body')),
  started_by text not null check (started_by in ('resident', 'capable', 'captain', 'community', 'branch', 'owners', 'firm', 'street')),
  parent uuid,
  step text not null check (step in ('voice', 'sort', 'deliberate', 'do', 'judge', 'ended', 'declined')),
  called_on date,
  call_until date,
  decider text check (decider in ('residents', 'owners', 'staircase', 'community', 'branch', 'firm', 'organ')),
  basis text,
  meetings text[] not null default '{}',
  major boolean not null default false,
  why text,
  vote uuid,
  outcome text check (outcome in ('solved', 'partly', 'not_solved', 'explained')),
  started_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  foreign key (district, keeper) references org (district, id),
  foreign key (district, parent) references thread (district, id),
  foreign key (district, vote) references vote (district, id),
  check ((step = 'ended') = (outcome is not null))
);
comment on table thread is 'One thread 议事线: from the first voice to the last verdict. Its words are public and were approved; nothing in it names a resident.';
comment on column thread.district is 'District code.';
comment on column thread.id is 'Id made by the application.';
comment on column thread.place is 'The community, compound, building or staircase that it is about.';
comment on column thread.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread.keeper is 'The organisation that leads it.';
comment on column thread.title is 'Public title, approved.';
comment on column thread.summary is 'What it is about, in public words.';
comment on column thread.origin is 'What it began from: matters, a reception day, a resident, an earlier thread, or a standing body''s agenda.';
comment on column thread.started_by is 'Who started it, as a kind of party (M51).';
comment on column thread.parent is 'The thread that it came out of.';
comment on column thread.step is 'Where it stands: 说事, 理事, 议事, 干事, 评事, ended, or not taken up.';
comment on column thread.called_on is 'Day on which the call to speak was posted.';
comment on column thread.call_until is 'Last day of the call.';
comment on column thread.decider is 'Who decides, once it is sorted.';
comment on column thread.basis is 'Article, list item or rule by which they decide.';
comment on column thread.meetings is 'Kinds of meeting that it has to go through, in order.';
comment on column thread.major is 'Whether it is a major decision, which every required party has to be heard on (M27).';
comment on column thread.why is 'Reason why it was sorted so, or not taken up; public.';
comment on column thread.vote is 'The owners'' vote that decides it.';
comment on column thread.outcome is 'What the evaluation said, once it ended.';
comment on column thread.started_at is 'When it began.';
comment on column thread.ended_at is 'When it ended.';
comment on column thread.version is 'Counts up with each change.';
create index thread_of_place on thread (district, place, started_at desc, id desc);
comment on index thread_of_place is 'Query: the threads of a place, newest first.';
create index thread_kept on thread (district, keeper, step);
comment on index thread_kept is 'Query: the threads that an organisation leads.';

create table thread_matter (
  district char(6) not null,
  thread uuid not null,
  matter uuid not null,
  path ltree not null,
  compound_path ltree,
  added_at timestamptz not null,
  foreign key (district, thread, path) references thread (district, id, path) on update cascade,
  foreign key (district, thread, compound_path) references thread (district, id, compound_path) on update cascade,
  primary key (district, thread, matter),
  foreign key (district, matter) references matter (district, id)
);
comment on table thread_matter is 'A matter that a thread began from or took up later.';
comment on column thread_matter.district is 'District code.';
comment on column thread_matter.thread is 'The thread.';
comment on column thread_matter.matter is 'The matter.';
comment on column thread_matter.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread_matter.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread_matter.added_at is 'When it was taken up.';
create index thread_matter_back on thread_matter (district, matter);
comment on index thread_matter_back is 'Query: the threads of a matter.';

create table thread_party (
  district char(6) not null,
  thread uuid not null,
  n int not null check (n > 0),
  path ltree not null,
  compound_path ltree,
  label text not null check (label <> ''),
  kind text not null check (kind in ('residents', 'owners', 'harmed', 'firm', 'branch', 'community', 'organ', 'utility', 'developer', 'deputy', 'expert', 'group')),
  org uuid,
  required boolean not null default true,
  heard text check (heard in ('spoke', 'declined', 'written')),
  heard_at timestamptz,
  words text,
  file uuid,
  meeting uuid,
  foreign key (district, thread, path) references thread (district, id, path) on update cascade,
  foreign key (district, thread, compound_path) references thread (district, id, compound_path) on update cascade,
  primary key (district, thread, n),
  check ((heard is null) = (heard_at is null))
);
comment on table thread_party is 'A party that must be heard, and whether it was (M27).';
comment on column thread_party.district is 'District code.';
comment on column thread_party.thread is 'The thread.';
comment on column thread_party.n is 'Its number in the thread.';
comment on column thread_party.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread_party.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread_party.label is 'Who it is, as the public reads it; no name of a resident.';
comment on column thread_party.kind is 'Kind of party.';
comment on column thread_party.org is 'Its organisation, where it is one.';
comment on column thread_party.required is 'Whether the decision cannot close without it.';
comment on column thread_party.heard is 'How it was heard; null: not yet.';
comment on column thread_party.heard_at is 'When.';
comment on column thread_party.words is 'What it said, in public words; for an expert the opinion.';
comment on column thread_party.file is 'Photo of what it wrote: a refusal in writing, an expert''s opinion.';
comment on column thread_party.meeting is 'The meeting where it spoke.';

create table thread_step (
  district char(6) not null,
  thread uuid not null,
  n int not null check (n > 0),
  path ltree not null,
  compound_path ltree,
  step text not null,
  at timestamptz not null,
  by_post uuid,
  reason text not null default '',
  foreign key (district, thread, path) references thread (district, id, path) on update cascade,
  foreign key (district, thread, compound_path) references thread (district, id, compound_path) on update cascade,
  primary key (district, thread, n)
);
comment on table thread_step is 'One step of a thread: from, to, with the reason and the post that moved it. The story is drawn from these.';
comment on column thread_step.district is 'District code.';
comment on column thread_step.thread is 'The thread.';
comment on column thread_step.n is 'Its number.';
comment on column thread_step.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread_step.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread_step.step is 'The step that it came to.';
comment on column thread_step.at is 'When.';
comment on column thread_step.by_post is 'Post that moved it; null: the clock.';
comment on column thread_step.reason is 'Reason in words, public.';

create table thread_verdict (
  district char(6) not null,
  thread uuid not null,
  voter_hash bytea not null,
  path ltree not null,
  compound_path ltree,
  answer text not null check (answer in ('satisfied', 'accepted', 'not')),
  words text,
  channel text not null check (channel in ('phone', 'paper', 'door', 'meeting')),
  at timestamptz not null,
  foreign key (district, thread, path) references thread (district, id, path) on update cascade,
  foreign key (district, thread, compound_path) references thread (district, id, compound_path) on update cascade,
  primary key (district, thread, voter_hash)
);
comment on table thread_verdict is 'How somebody who raised it judges the result: one answer a telephone or paper slip, without a name.';
comment on column thread_verdict.district is 'District code.';
comment on column thread_verdict.thread is 'The thread.';
comment on column thread_verdict.voter_hash is 'Keyed hash of the telephone, or of the slip''s number, for this thread alone.';
comment on column thread_verdict.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread_verdict.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread_verdict.answer is 'Satisfied, accepted, or not.';
comment on column thread_verdict.words is 'In words.';
comment on column thread_verdict.channel is 'How it came.';
comment on column thread_verdict.at is 'When.';

create table standing_body (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  kind text not null check (kind in ('residents_council', 'listening_council', 'building_council', 'joint_conference', 'sub_committee')),
  name text not null check (name <> ''),
  seats int not null check (seats > 0),
  rhythm_days int not null check (rhythm_days > 0),
  term_months int not null check (term_months > 0),
  powers text[] not null default '{}',
  charter text not null default '',
  founded_on date not null,
  ended_on date,
  version int not null default 1,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  foreign key (district, keeper) references org (district, id)
);
comment on table standing_body is 'A standing body 常设议事组织: residents'' council, listening-and-judging council, co-building council, joint conference, sub-committee (M26, M60).';
comment on column standing_body.district is 'District code.';
comment on column standing_body.id is 'Id made by the application.';
comment on column standing_body.place is 'Community or compound.';
comment on column standing_body.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column standing_body.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column standing_body.keeper is 'The organisation that looks after it.';
comment on column standing_body.kind is 'Kind.';
comment on column standing_body.name is 'Its name.';
comment on column standing_body.seats is 'How many seats it has.';
comment on column standing_body.rhythm_days is 'It meets at least once in so many days.';
comment on column standing_body.term_months is 'Length of a term in months.';
comment on column standing_body.powers is 'What it may do, codes of the list in rules.';
comment on column standing_body.charter is 'Its by-law in words, public.';
comment on column standing_body.founded_on is 'When it was set up.';
comment on column standing_body.ended_on is 'When it was dissolved.';
comment on column standing_body.version is 'Counts up with each change.';
create index standing_body_of on standing_body (district, place, kind);
comment on index standing_body_of is 'Query: the bodies of a place.';

create table body_seat (
  district char(6) not null,
  id uuid not null,
  body uuid not null,
  path ltree not null,
  compound_path ltree,
  role text not null check (role in ('chair', 'deputy_chair', 'clerk', 'member')),
  sits_for text not null check (sits_for in ('residents', 'owners', 'branch', 'community', 'firm', 'captains', 'deputies', 'capable', 'experts', 'units')),
  post uuid,
  person uuid,
  label text not null check (label <> ''),
  since date not null,
  until date not null,
  left_on date,
  foreign key (district, body, path) references standing_body (district, id, path) on update cascade,
  foreign key (district, body, compound_path) references standing_body (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table body_seat is 'A seat of a standing body over time.';
comment on column body_seat.district is 'District code.';
comment on column body_seat.id is 'Id made by the application.';
comment on column body_seat.body is 'The body.';
comment on column body_seat.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column body_seat.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column body_seat.role is 'Role.';
comment on column body_seat.sits_for is 'On whose side.';
comment on column body_seat.post is 'The post that sits there, where it is one.';
comment on column body_seat.person is 'Whose key seals the name of a resident who sits there; null for a post.';
comment on column body_seat.label is 'As the public reads it: a post''s title, or the name that the member chose to show.';
comment on column body_seat.since is 'From.';
comment on column body_seat.until is 'Last day of the term.';
comment on column body_seat.left_on is 'When they left before its end.';
create index body_seat_of on body_seat (district, body, since);
comment on index body_seat_of is 'Query: the members of a body on a day.';

create table agenda_intake (
  district char(6) not null,
  id uuid not null,
  body uuid not null,
  path ltree not null,
  compound_path ltree,
  speaker uuid,
  by_post uuid,
  name text not null,
  words text not null check (length(words) between 1 and 500),
  state text not null check (state in ('held', 'open', 'on_agenda', 'declined', 'removed')),
  meeting uuid,
  thread uuid,
  reason text,
  at timestamptz not null,
  foreign key (district, body, path) references standing_body (district, id, path) on update cascade,
  foreign key (district, body, compound_path) references standing_body (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table agenda_intake is 'Something a resident or post wants a standing body to take up.';
comment on column agenda_intake.district is 'District code.';
comment on column agenda_intake.id is 'Id made by the application.';
comment on column agenda_intake.body is 'The body.';
comment on column agenda_intake.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column agenda_intake.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column agenda_intake.speaker is 'Who brought it, by phone; null where a post wrote it down.';
comment on column agenda_intake.by_post is 'Post that wrote it down.';
comment on column agenda_intake.name is 'The free name in front.';
comment on column agenda_intake.words is 'What should be talked about.';
comment on column agenda_intake.state is 'Held before publication, open, on an agenda, not taken up with a reason, or removed.';
comment on column agenda_intake.meeting is 'The meeting on whose agenda it is.';
comment on column agenda_intake.thread is 'The thread that it became.';
comment on column agenda_intake.reason is 'Why it was not taken up; public.';
comment on column agenda_intake.at is 'When it came.';
create index agenda_intake_of on agenda_intake (district, body, state, at);
comment on index agenda_intake_of is 'Query: what waits for a body.';

create table meeting (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  thread uuid,
  body uuid,
  kind text not null check (kind in ('talk', 'deliberation', 'hearing', 'evaluation', 'regular')),
  title text not null check (title <> ''),
  venue text not null check (venue <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  presider text not null default '',
  presider_tied boolean not null default false,
  clerk_post uuid,
  quorum int not null default 0 check (quorum >= 0),
  state text not null check (state in ('planned', 'called', 'held', 'minuted', 'posted', 'approved', 'cancelled')),
  notice_on date,
  notice_photo uuid,
  objections_until date,
  approved_at timestamptz,
  closed_attendance int,
  number text,
  sign_code text not null,
  reason text,
  version int not null default 1,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  unique (district, sign_code),
  foreign key (district, keeper) references org (district, id),
  foreign key (district, thread) references thread (district, id),
  foreign key (district, body) references standing_body (district, id),
  check (ends_at > starts_at)
);
comment on table meeting is 'A meeting 会议: heart-to-heart, deliberation, hearing, evaluation, or a regular one of a standing body.';
comment on column meeting.district is 'District code.';
comment on column meeting.id is 'Id made by the application.';
comment on column meeting.place is 'The place that it is about.';
comment on column meeting.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column meeting.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column meeting.keeper is 'The organisation that holds it.';
comment on column meeting.thread is 'Its thread.';
comment on column meeting.body is 'The standing body that meets.';
comment on column meeting.kind is '恳谈会, 议事会, 听证会, 评议会, or a regular meeting.';
comment on column meeting.title is 'Title, public.';
comment on column meeting.venue is 'Where, in words: no home of a resident.';
comment on column meeting.starts_at is 'Begin.';
comment on column meeting.ends_at is 'Planned end.';
comment on column meeting.presider is 'Who presides, as posts or chosen names are said.';
comment on column meeting.presider_tied is 'Whether who presides has a side in it; a hearing refuses that.';
comment on column meeting.clerk_post is 'Post that writes the minutes.';
comment on column meeting.quorum is 'How many must be there to decide; 0: none asked.';
comment on column meeting.state is 'planned, called (invited and posted), held (going on), minuted (ended, minutes being finished), posted (objections run), approved, cancelled.';
comment on column meeting.notice_on is 'Day on which it was posted.';
comment on column meeting.notice_photo is 'Photo of the posted notice.';
comment on column meeting.objections_until is 'Last day of objections to the minutes.';
comment on column meeting.approved_at is 'When the minutes were approved.';
comment on column meeting.closed_attendance is 'How many were there by the paper list, where that is known.';
comment on column meeting.number is 'Number of the minutes, as 听雨桥议〔2026〕7号.';
comment on column meeting.sign_code is 'Code of the QR by which people sign in.';
comment on column meeting.reason is 'Why it was cancelled or moved.';
comment on column meeting.version is 'Counts up with each change.';
create index meeting_of_thread on meeting (district, thread, starts_at);
comment on index meeting_of_thread is 'Query: the meetings of a thread.';
create index meeting_of_body on meeting (district, body, starts_at desc);
comment on index meeting_of_body is 'Query: the meetings of a body.';
create index meeting_of_place on meeting (district, place, starts_at desc);
comment on index meeting_of_place is 'Query: the meetings of a place, newest first.';

create table agenda_item (
  district char(6) not null,
  meeting uuid not null,
  n int not null check (n > 0),
  path ltree not null,
  compound_path ltree,
  title text not null check (title <> ''),
  minutes int not null check (minutes > 0),
  intake uuid,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, meeting, n)
);
comment on table agenda_item is 'An item of an agenda, with its time.';
comment on column agenda_item.district is 'District code.';
comment on column agenda_item.meeting is 'The meeting.';
comment on column agenda_item.n is 'Its number.';
comment on column agenda_item.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column agenda_item.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column agenda_item.title is 'What.';
comment on column agenda_item.minutes is 'How long, in minutes.';
comment on column agenda_item.intake is 'What a resident brought, where it came from there.';

create table invitation (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  role text not null check (role in ('party', 'resident', 'capable', 'deputy', 'expert', 'captain', 'branch', 'owners', 'firm', 'community', 'street', 'station', 'member', 'observer')),
  party int,
  org uuid,
  post uuid,
  label text not null check (label <> ''),
  sent_at timestamptz,
  answer text check (answer in ('comes', 'not', 'sends')),
  answered_at timestamptz,
  reason text,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table invitation is 'Who is invited, by role, and what they answered.';
comment on column invitation.district is 'District code.';
comment on column invitation.id is 'Id made by the application.';
comment on column invitation.meeting is 'The meeting.';
comment on column invitation.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column invitation.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column invitation.role is 'As what.';
comment on column invitation.party is 'Number of the party of the thread that must be heard.';
comment on column invitation.org is 'Organisation.';
comment on column invitation.post is 'Post.';
comment on column invitation.label is 'As the public reads it.';
comment on column invitation.sent_at is 'When they were told.';
comment on column invitation.answer is 'Comes, does not, sends somebody.';
comment on column invitation.answered_at is 'When.';
comment on column invitation.reason is 'Why not, or who comes instead.';
create index invitation_of on invitation (district, meeting, role);
comment on index invitation_of is 'Query: the invitations of a meeting.';

create table attendance (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  invitation uuid,
  post uuid,
  speaker uuid,
  role text not null,
  label text not null check (label <> ''),
  way text not null check (way in ('qr', 'paper', 'desk')),
  present boolean not null default true,
  photo uuid,
  at timestamptz not null,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table attendance is 'Who was there. Names are those that people showed; who is known only by phone stays a free name.';
comment on column attendance.district is 'District code.';
comment on column attendance.id is 'Id made by the application, or by the page that was offline.';
comment on column attendance.meeting is 'The meeting.';
comment on column attendance.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column attendance.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column attendance.invitation is 'The invitation that it answers.';
comment on column attendance.post is 'Post, where it is one.';
comment on column attendance.speaker is 'Who signed in by phone.';
comment on column attendance.role is 'As what, as in invitation.';
comment on column attendance.label is 'As the minutes say it.';
comment on column attendance.way is 'By the QR, on the paper list, or entered at the desk.';
comment on column attendance.present is 'False: absent, entered by the clerk.';
comment on column attendance.photo is 'Photo of the paper list.';
comment on column attendance.at is 'When.';
create index attendance_of on attendance (district, meeting, at);
comment on index attendance_of is 'Query: who was there.';

create table speaking_turn (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  agenda int,
  label text not null check (label <> ''),
  asked_at timestamptz not null,
  spoke_at timestamptz,
  dropped boolean not null default false,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table speaking_turn is 'The order in which people speak.';
comment on column speaking_turn.district is 'District code.';
comment on column speaking_turn.id is 'Id made by the application, or by the page that was offline.';
comment on column speaking_turn.meeting is 'The meeting.';
comment on column speaking_turn.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column speaking_turn.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column speaking_turn.agenda is 'Item of the agenda.';
comment on column speaking_turn.label is 'Who.';
comment on column speaking_turn.asked_at is 'When they asked.';
comment on column speaking_turn.spoke_at is 'When they spoke.';
comment on column speaking_turn.dropped is 'Whether they let it be.';
create index speaking_turn_of on speaking_turn (district, meeting, asked_at);
comment on index speaking_turn_of is 'Query: the order of speaking.';

create table minute_line (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  agenda int,
  place_in int not null,
  kind text not null check (kind in ('said', 'objection', 'opinion', 'answer', 'note')),
  label text not null default '',
  words text not null check (length(words) <= 2000),
  struck boolean not null default false,
  at timestamptz not null,
  version int not null default 1,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table minute_line is 'One line of the minutes as the clerk writes it: kept line by line, so that a lost connection loses nothing.';
comment on column minute_line.district is 'District code.';
comment on column minute_line.id is 'Id made by the page.';
comment on column minute_line.meeting is 'The meeting.';
comment on column minute_line.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column minute_line.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column minute_line.agenda is 'Item of the agenda.';
comment on column minute_line.place_in is 'Its place in the order of lines.';
comment on column minute_line.kind is 'What somebody said, an objection, an expert''s opinion, an answer, or a note.';
comment on column minute_line.label is 'Who said it, as the minutes say it.';
comment on column minute_line.words is 'The words.';
comment on column minute_line.struck is 'Whether the clerk took it out.';
comment on column minute_line.at is 'When it was written.';
comment on column minute_line.version is 'Counts up with each change.';
create index minute_line_of on minute_line (district, meeting, place_in);
comment on index minute_line_of is 'Query: the minutes in order.';

create table resolution (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  thread uuid,
  n int not null check (n > 0),
  words text not null check (words <> ''),
  yes int not null check (yes >= 0),
  no int not null check (no >= 0),
  abstained int not null check (abstained >= 0),
  minority text not null default '',
  carried boolean not null,
  state text not null check (state in ('recorded', 'open', 'in_force', 'to_vote', 'withdrawn')),
  in_force_on date,
  evaluate_on date,
  verdict text check (verdict in ('kept', 'partly', 'not_kept')),
  judged_at timestamptz,
  judged_in uuid,
  vote uuid,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, meeting, n),
  check (not carried or evaluate_on is not null)
);
comment on table resolution is 'A numbered resolution of a meeting.';
comment on column resolution.district is 'District code.';
comment on column resolution.id is 'Id made by the application.';
comment on column resolution.meeting is 'The meeting.';
comment on column resolution.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column resolution.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column resolution.thread is 'Its thread.';
comment on column resolution.n is 'Its number in the meeting.';
comment on column resolution.words is 'What was decided.';
comment on column resolution.yes is 'How many were for it.';
comment on column resolution.no is 'How many were against it.';
comment on column resolution.abstained is 'How many abstained.';
comment on column resolution.minority is 'What those against it want recorded.';
comment on column resolution.carried is 'Whether it was carried.';
comment on column resolution.state is 'Recorded, open to objections, in force, waits for the owners'' vote, withdrawn.';
comment on column resolution.in_force_on is 'From when it holds.';
comment on column resolution.evaluate_on is 'By when it is evaluated; a carried one always has such a day.';
comment on column resolution.verdict is 'What the evaluation said.';
comment on column resolution.judged_at is 'When.';
comment on column resolution.judged_in is 'The evaluation meeting.';
comment on column resolution.vote is 'The owners'' vote that it waits for.';
create index resolution_of_thread on resolution (district, thread);
comment on index resolution_of_thread is 'Query: the resolutions of a thread.';
create index resolution_due on resolution (district, evaluate_on) where verdict is null and carried;
comment on index resolution_due is 'Query: evaluations that are overdue.';

create table meeting_objection (
  district char(6) not null,
  id uuid not null,
  meeting uuid not null,
  path ltree not null,
  compound_path ltree,
  resolution uuid,
  speaker uuid,
  label text not null,
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null,
  answer text,
  answered_at timestamptz,
  foreign key (district, meeting, path) references meeting (district, id, path) on update cascade,
  foreign key (district, meeting, compound_path) references meeting (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table meeting_objection is 'An objection to minutes or a resolution within its period, and the answer.';
comment on column meeting_objection.district is 'District code.';
comment on column meeting_objection.id is 'Id made by the application.';
comment on column meeting_objection.meeting is 'The meeting.';
comment on column meeting_objection.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column meeting_objection.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column meeting_objection.resolution is 'The resolution, if it is against one.';
comment on column meeting_objection.speaker is 'Who objects, by phone.';
comment on column meeting_objection.label is 'The free name or the post in front.';
comment on column meeting_objection.words is 'What.';
comment on column meeting_objection.at is 'When.';
comment on column meeting_objection.answer is 'The answer, public.';
comment on column meeting_objection.answered_at is 'When.';
create index meeting_objection_of on meeting_objection (district, meeting, at);
comment on index meeting_objection_of is 'Query: the objections to a meeting''s minutes.';

create table thread_task (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  thread uuid,
  meeting uuid,
  resolution uuid,
  title text not null check (title <> ''),
  org uuid,
  post uuid,
  owner text not null check (owner <> ''),
  due date not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  delays jsonb not null default '[]',
  done_on date,
  result text,
  photo uuid,
  verdict text check (verdict in ('good', 'partly', 'not')),
  judged_in uuid,
  version int not null default 1,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  foreign key (district, thread) references thread (district, id),
  check ((state = 'done') = (done_on is not null))
);
comment on table thread_task is 'A task 干事: owner and date from the first day, result and a later verdict.';
comment on column thread_task.district is 'District code.';
comment on column thread_task.id is 'Id made by the application.';
comment on column thread_task.place is 'The place that it is about.';
comment on column thread_task.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column thread_task.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column thread_task.thread is 'Its thread.';
comment on column thread_task.meeting is 'The meeting that it came from.';
comment on column thread_task.resolution is 'The resolution that it carries out.';
comment on column thread_task.title is 'What is to be done.';
comment on column thread_task.org is 'The accountable organisation.';
comment on column thread_task.post is 'The accountable post.';
comment on column thread_task.owner is 'Who, as the public reads it.';
comment on column thread_task.due is 'Until when.';
comment on column thread_task.state is 'Open, done, or dropped with a reason.';
comment on column thread_task.delays is 'Each later day with its reason: {from, to, why, at}.';
comment on column thread_task.done_on is 'When it was done.';
comment on column thread_task.result is 'What came of it, public.';
comment on column thread_task.photo is 'Photo.';
comment on column thread_task.verdict is 'What the evaluation said of it.';
comment on column thread_task.judged_in is 'The evaluation meeting.';
comment on column thread_task.version is 'Counts up with each change.';
create index thread_task_of on thread_task (district, thread, due);
comment on index thread_task_of is 'Query: the tasks of a thread.';
create index thread_task_due on thread_task (district, org, due) where state = 'open';
comment on index thread_task_due is 'Query: what an organisation has to do next.';
create index thread_task_meeting on thread_task (district, meeting);
comment on index thread_task_meeting is 'Query: the tasks of a meeting.';

create table covenant (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  title text not null check (title <> ''),
  started_at timestamptz not null,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  unique (district, place),
  foreign key (district, keeper) references org (district, id)
);
comment on table covenant is 'The neighbourhood covenant 邻里公约 of a place.';
comment on column covenant.district is 'District code.';
comment on column covenant.id is 'Id made by the application.';
comment on column covenant.place is 'Community, compound or building.';
comment on column covenant.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column covenant.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column covenant.keeper is 'The organisation that looks after it.';
comment on column covenant.title is 'Its name.';
comment on column covenant.started_at is 'When drafting began.';

create table covenant_version (
  district char(6) not null,
  covenant uuid not null,
  n int not null check (n > 0),
  path ltree not null,
  compound_path ltree,
  state text not null check (state in ('draft', 'posted', 'voting', 'adopted', 'rejected', 'replaced')),
  clauses jsonb not null default '[]',
  comments_until date,
  vote uuid,
  yes int,
  answers int,
  adopted_on date,
  reason text,
  created_at timestamptz not null,
  version int not null default 1,
  foreign key (district, covenant, path) references covenant (district, id, path) on update cascade,
  foreign key (district, covenant, compound_path) references covenant (district, id, compound_path) on update cascade,
  primary key (district, covenant, n)
);
comment on table covenant_version is 'One version of a covenant: drafted in the open, then put to a vote.';
comment on column covenant_version.district is 'District code.';
comment on column covenant_version.covenant is 'The covenant.';
comment on column covenant_version.n is 'Its number.';
comment on column covenant_version.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column covenant_version.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column covenant_version.state is 'draft, posted for comments, put to the vote, adopted, rejected, replaced by a later one.';
comment on column covenant_version.clauses is 'The clauses in order: {key, words}. A key stays with its clause from version to version.';
comment on column covenant_version.comments_until is 'Last day of comments.';
comment on column covenant_version.vote is 'The vote that decides on it.';
comment on column covenant_version.yes is 'How many answered for it.';
comment on column covenant_version.answers is 'How many answered.';
comment on column covenant_version.adopted_on is 'When it was adopted.';
comment on column covenant_version.reason is 'Why this version was drafted; public.';
comment on column covenant_version.created_at is 'When.';
comment on column covenant_version.version is 'Counts up with each change.';

create table covenant_amendment (
  district char(6) not null,
  id uuid not null,
  covenant uuid not null,
  path ltree not null,
  compound_path ltree,
  n int not null,
  clause text not null,
  words text not null check (length(words) <= 500),
  reason text not null check (length(reason) between 1 and 500),
  speaker uuid,
  name text not null,
  state text not null check (state in ('held', 'open', 'taken', 'declined', 'removed')),
  answer text,
  at timestamptz not null,
  foreign key (district, covenant, path) references covenant (district, id, path) on update cascade,
  foreign key (district, covenant, compound_path) references covenant (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table covenant_amendment is 'An amendment to one clause: what it would say, and what became of it.';
comment on column covenant_amendment.district is 'District code.';
comment on column covenant_amendment.id is 'Id made by the application.';
comment on column covenant_amendment.covenant is 'The covenant.';
comment on column covenant_amendment.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column covenant_amendment.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column covenant_amendment.n is 'The version that it amends.';
comment on column covenant_amendment.clause is 'Key of the clause; a new key where a clause is added.';
comment on column covenant_amendment.words is 'What it would say; empty: strike it.';
comment on column covenant_amendment.reason is 'Why.';
comment on column covenant_amendment.speaker is 'Who proposes it, by phone.';
comment on column covenant_amendment.name is 'The free name or the post in front.';
comment on column covenant_amendment.state is 'Held before publication, open, taken into the draft, declined with an answer, removed.';
comment on column covenant_amendment.answer is 'Why it was taken or not; public.';
comment on column covenant_amendment.at is 'When.';
create index covenant_amendment_of on covenant_amendment (district, covenant, n, at);
comment on index covenant_amendment_of is 'Query: the amendments to a version.';

create table covenant_signature (
  district char(6) not null,
  covenant uuid not null,
  n int not null,
  signer_hash bytea not null,
  path ltree not null,
  compound_path ltree,
  at timestamptz not null,
  foreign key (district, covenant, path) references covenant (district, id, path) on update cascade,
  foreign key (district, covenant, compound_path) references covenant (district, id, compound_path) on update cascade,
  primary key (district, covenant, n, signer_hash)
);
comment on table covenant_signature is 'That somebody signs the covenant in force: one a telephone or home slip, without a name.';
comment on column covenant_signature.district is 'District code.';
comment on column covenant_signature.covenant is 'The covenant.';
comment on column covenant_signature.n is 'The version.';
comment on column covenant_signature.signer_hash is 'Keyed hash of telephone or slip for this covenant alone.';
comment on column covenant_signature.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column covenant_signature.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column covenant_signature.at is 'When.';

create table speech (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  about text not null check (about in ('thread', 'covenant')),
  subject uuid not null,
  clause text,
  reply_to uuid,
  speaker uuid,
  by_post uuid,
  name text not null check (name <> ''),
  words text not null check (length(words) between 1 and 1000),
  channel text not null check (channel in ('phone', 'paper', 'door', 'meeting', 'console')),
  state text not null check (state in ('held', 'shown', 'removed')),
  held_for text check (held_for in ('minor', 'private')),
  at timestamptz not null,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id)
);
comment on table speech is 'What somebody says in a thread or of a covenant''s clause 发言. A verified phone behind, a free name in front (P24).';
comment on column speech.district is 'District code.';
comment on column speech.id is 'Id made by the application.';
comment on column speech.place is 'The place of what it is about.';
comment on column speech.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column speech.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column speech.about is 'What it is about.';
comment on column speech.subject is 'The thread or covenant.';
comment on column speech.clause is 'Key of the clause.';
comment on column speech.reply_to is 'The speech that it answers.';
comment on column speech.speaker is 'Who, by phone; null where a post wrote it down on paper or at the door.';
comment on column speech.by_post is 'Post that wrote it down, or that speaks as itself.';
comment on column speech.name is 'The free name in front, or the post''s title.';
comment on column speech.words is 'The words; a removed one is kept for its appeal.';
comment on column speech.channel is 'How it came.';
comment on column speech.state is 'Held before publication, shown, or removed.';
comment on column speech.held_for is 'Why it is held.';
comment on column speech.at is 'When.';
create index speech_of on speech (district, subject, at desc, id desc);
comment on index speech_of is 'Query: what was said, newest first.';
create index speech_waiting on speech (district, place, at) where state = 'held';
comment on index speech_waiting is 'Query: what waits for a look before publication.';

create table speaker (
  district char(6) not null,
  id uuid not null,
  phone_hash bytea not null,
  person uuid not null,
  name text not null check (length(name) between 1 and 20),
  compound uuid,
  building uuid,
  minor boolean not null default false,
  banned_until timestamptz,
  since timestamptz not null,
  primary key (district, id),
  unique (district, phone_hash)
);
comment on table speaker is 'Somebody who speaks: a verified phone behind and a free name in front, known to no page (P24).';
comment on column speaker.district is 'District code.';
comment on column speaker.id is 'Id made by the application.';
comment on column speaker.phone_hash is 'Keyed hash of the telephone for speaking alone.';
comment on column speaker.person is 'Whose key seals the telephone.';
comment on column speaker.name is 'The free name in front.';
comment on column speaker.compound is 'Compound that they say they live in.';
comment on column speaker.building is 'Building that they say they live in; for the counts of who is missing.';
comment on column speaker.minor is 'Whether they said they are 14 to 17: then a person looks before publication (P17).';
comment on column speaker.banned_until is 'Until when they may not speak.';
comment on column speaker.since is 'When they first spoke.';

create table moderation (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  about text not null check (about in ('speech', 'statement', 'amendment', 'intake', 'speaker')),
  subject uuid not null,
  did text not null check (did in ('shown', 'removed', 'banned', 'restored')),
  rule text not null,
  reason text not null check (reason <> ''),
  by_post uuid not null,
  at timestamptz not null,
  appeal text,
  appealed_at timestamptz,
  ruling text check (ruling in ('stands', 'restored')),
  ruling_reason text,
  ruled_by uuid,
  ruled_at timestamptz,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  check (ruled_by is null or ruled_by <> by_post)
);
comment on table moderation is 'One decision about something said: which rule, which post, why, and the appeal.';
comment on column moderation.district is 'District code.';
comment on column moderation.id is 'Id made by the application.';
comment on column moderation.place is 'The place of what it is about.';
comment on column moderation.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column moderation.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column moderation.about is 'What it is about.';
comment on column moderation.subject is 'Its id.';
comment on column moderation.did is 'Shown after a look, removed, banned, or restored.';
comment on column moderation.rule is 'Code of the rule in the list.';
comment on column moderation.reason is 'In words.';
comment on column moderation.by_post is 'The post.';
comment on column moderation.at is 'When.';
comment on column moderation.appeal is 'What the speaker says against it.';
comment on column moderation.appealed_at is 'When.';
comment on column moderation.ruling is 'What another post ruled.';
comment on column moderation.ruling_reason is 'Why.';
comment on column moderation.ruled_by is 'The post that ruled; never the one that decided.';
comment on column moderation.ruled_at is 'When.';
create index moderation_of on moderation (district, subject, at);
comment on index moderation_of is 'Query: the decisions about one thing.';
create index moderation_appealed on moderation (district, place, appealed_at) where appealed_at is not null and ruling is null;
comment on index moderation_appealed is 'Query: appeals that wait.';

create table poll (
  district char(6) not null,
  id uuid not null,
  place uuid not null,
  path ltree not null,
  compound_path ltree,
  keeper uuid not null,
  thread uuid,
  question text not null check (length(question) between 1 and 100),
  about text not null default '',
  opens_on date not null,
  closes_on date not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  seed text not null,
  per_person int not null default 5 check (per_person between 1 and 20),
  version int not null default 1,
  foreign key (district, place, path) references place (district, id, path) on update cascade,
  foreign key (district, place, compound_path) references place (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, id, path),
  unique (district, id, compound_path),
  foreign key (district, keeper) references org (district, id),
  foreign key (district, thread) references thread (district, id),
  check (closes_on >= opens_on)
);
comment on table poll is 'An opinion map''s question 意见征集.';
comment on column poll.district is 'District code.';
comment on column poll.id is 'Id made by the application.';
comment on column poll.place is 'Compound, building or community.';
comment on column poll.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column poll.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column poll.keeper is 'The organisation that asks.';
comment on column poll.thread is 'Its thread.';
comment on column poll.question is 'The question.';
comment on column poll.about is 'A few sentences, public.';
comment on column poll.opens_on is 'First day.';
comment on column poll.closes_on is 'Last day.';
comment on column poll.state is 'draft, open or closed.';
comment on column poll.seed is 'Seed of the starts of groups and of the lottery, published.';
comment on column poll.per_person is 'How many statements one person may add.';
comment on column poll.version is 'Counts up with each change.';
create index poll_of on poll (district, place, opens_on desc);
comment on index poll_of is 'Query: the polls of a place.';
create index poll_of_thread on poll (district, thread);
comment on index poll_of_thread is 'Query: the polls of a thread.';

create table statement (
  district char(6) not null,
  id uuid not null,
  poll uuid not null,
  path ltree not null,
  compound_path ltree,
  n int not null check (n > 0),
  words text not null check (length(words) between 1 and 140),
  speaker uuid,
  by_post uuid,
  name text not null,
  state text not null check (state in ('held', 'shown', 'removed')),
  held_for text check (held_for in ('minor', 'private')),
  at timestamptz not null,
  foreign key (district, poll, path) references poll (district, id, path) on update cascade,
  foreign key (district, poll, compound_path) references poll (district, id, compound_path) on update cascade,
  primary key (district, id),
  unique (district, poll, n)
);
comment on table statement is 'A statement of at most 140 characters that others agree or disagree with.';
comment on column statement.district is 'District code.';
comment on column statement.id is 'Id made by the application.';
comment on column statement.poll is 'The poll.';
comment on column statement.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column statement.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column statement.n is 'Its number in the poll.';
comment on column statement.words is 'The words; a removed one is kept for its appeal.';
comment on column statement.speaker is 'Who added it, by phone; null where the keeper did or a captain wrote it down.';
comment on column statement.by_post is 'Post that wrote it down.';
comment on column statement.name is 'The free name in front, or the keeper.';
comment on column statement.state is 'Held before publication, shown, or removed.';
comment on column statement.held_for is 'Why it is held.';
comment on column statement.at is 'When.';
create index statement_waiting on statement (district, poll) where state = 'held';
comment on index statement_waiting is 'Query: what waits for a look.';

create table poll_voter (
  district char(6) not null,
  poll uuid not null,
  voter uuid not null,
  path ltree not null,
  compound_path ltree,
  building uuid,
  channel text not null check (channel in ('phone', 'paper', 'door')),
  banned boolean not null default false,
  since timestamptz not null,
  foreign key (district, poll, path) references poll (district, id, path) on update cascade,
  foreign key (district, poll, compound_path) references poll (district, id, compound_path) on update cascade,
  primary key (district, poll, voter)
);
comment on table poll_voter is 'Somebody who answers in one poll: no telephone, no name, only the building that they said.';
comment on column poll_voter.district is 'District code.';
comment on column poll_voter.poll is 'The poll.';
comment on column poll_voter.voter is 'Made from a keyed hash of the telephone for this poll alone, or at random for a paper sheet.';
comment on column poll_voter.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column poll_voter.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column poll_voter.building is 'Building, for the counts of who is missing.';
comment on column poll_voter.channel is 'How their answers come.';
comment on column poll_voter.banned is 'Whether their answers are left out.';
comment on column poll_voter.since is 'First answer.';

create table poll_map (
  district char(6) not null,
  poll uuid not null,
  path ltree not null,
  compound_path ltree,
  drawn_at timestamptz not null,
  answers bigint not null,
  people int not null,
  map jsonb not null,
  state jsonb not null,
  final boolean not null default false,
  file bytea,
  foreign key (district, poll, path) references poll (district, id, path) on update cascade,
  foreign key (district, poll, compound_path) references poll (district, id, compound_path) on update cascade,
  primary key (district, poll)
);
comment on table poll_map is 'What was drawn and published: the map, with version, seed and parameters, so that it can be drawn again.';
comment on column poll_map.district is 'District code.';
comment on column poll_map.poll is 'The poll.';
comment on column poll_map.path is 'Administrative path, kept equal by the foreign key: leg of visibility.';
comment on column poll_map.compound_path is 'Compound path, kept equal by the foreign key; null above the compound: leg of visibility.';
comment on column poll_map.drawn_at is 'When.';
comment on column poll_map.answers is 'How many answers went in.';
comment on column poll_map.people is 'How many people.';
comment on column poll_map.map is 'The map that pages show: groups of five or more, positions without ids, what groups hold, common ground, who is missing.';
comment on column poll_map.state is 'What keeps a live map steady: shown number of groups, wins, numbers.';
comment on column poll_map.final is 'Whether the poll was closed.';
comment on column poll_map.file is 'The published file of pseudonyms and answers (gzip), for drawing again; only of a closed poll.';


alter table thread enable row level security;
alter table thread_matter enable row level security;
alter table thread_party enable row level security;
alter table thread_step enable row level security;
alter table thread_verdict enable row level security;
alter table standing_body enable row level security;
alter table body_seat enable row level security;
alter table agenda_intake enable row level security;
alter table meeting enable row level security;
alter table agenda_item enable row level security;
alter table invitation enable row level security;
alter table attendance enable row level security;
alter table speaking_turn enable row level security;
alter table minute_line enable row level security;
alter table resolution enable row level security;
alter table meeting_objection enable row level security;
alter table thread_task enable row level security;
alter table covenant enable row level security;
alter table covenant_version enable row level security;
alter table covenant_amendment enable row level security;
alter table covenant_signature enable row level security;
alter table speech enable row level security;
alter table moderation enable row level security;
alter table poll enable row level security;
alter table statement enable row level security;
alter table poll_voter enable row level security;
alter table poll_map enable row level security;
create policy thread_reach on thread using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy thread_matter_reach on thread_matter using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy thread_party_reach on thread_party using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy thread_step_reach on thread_step using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy thread_verdict_reach on thread_verdict using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy standing_body_reach on standing_body using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy body_seat_reach on body_seat using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy agenda_intake_reach on agenda_intake using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy meeting_reach on meeting using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy agenda_item_reach on agenda_item using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy invitation_reach on invitation using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy attendance_reach on attendance using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy speaking_turn_reach on speaking_turn using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy minute_line_reach on minute_line using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy resolution_reach on resolution using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy meeting_objection_reach on meeting_objection using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy thread_task_reach on thread_task using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy covenant_reach on covenant using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy covenant_version_reach on covenant_version using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy covenant_amendment_reach on covenant_amendment using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy covenant_signature_reach on covenant_signature using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy speech_reach on speech using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy moderation_reach on moderation using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy poll_reach on poll using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy statement_reach on statement using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy poll_voter_reach on poll_voter using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
create policy poll_map_reach on poll_map using (district = app_district()::char(6) and (path <@ any (app_scopes()) or compound_path <@ any (app_scopes())));
grant select, insert, update, delete on thread, thread_matter, thread_party, thread_step, thread_verdict, standing_body, body_seat, agenda_intake, meeting, agenda_item, invitation, attendance, speaking_turn, minute_line, resolution, meeting_objection, thread_task, covenant, covenant_version, covenant_amendment, covenant_signature, speech, moderation, poll, statement, poll_voter, poll_map to linli_app;


-- answers of a poll: the hot path, narrow, without legs; they hold no person
create table poll_answer (
  district char(6) not null,
  poll uuid not null,
  voter uuid not null,
  statement int not null,
  sign smallint not null check (sign in (-1, 0, 1)),
  seq bigint generated always as identity,
  at timestamptz not null,
  primary key (district, poll, voter, statement)
);
comment on table poll_answer is 'Agree, pass or disagree of somebody in a poll to a statement. No person, no place.';
comment on column poll_answer.district is 'District code.';
comment on column poll_answer.poll is 'The poll.';
comment on column poll_answer.voter is 'As in poll_voter.';
comment on column poll_answer.statement is 'Number of the statement in the poll.';
comment on column poll_answer.sign is '1 agree, 0 pass, -1 disagree.';
comment on column poll_answer.seq is 'Order of writing, for reading what is new; a changed answer gets a new one.';
comment on column poll_answer.at is 'When.';
create index poll_answer_new on poll_answer (district, poll, seq);
comment on index poll_answer_new is 'Query: the answers of a poll since the last drawing.';
alter table poll_answer enable row level security;
create policy poll_answer_kept on poll_answer using (district = app_district()::char(6) and array['clock', 'public', 'poll']::text[] && app_audience());
grant select, insert, update on poll_answer to linli_app;
alter table speaker enable row level security;
create policy speaker_kept on speaker using (district = app_district()::char(6) and array['clock', 'community']::text[] && app_audience());
grant select, insert, update on speaker to linli_app;
