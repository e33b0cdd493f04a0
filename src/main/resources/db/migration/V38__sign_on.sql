-- Single log-out looks for the session by the name of an attribute that tells its ticket.
create index spring_session_attribute on spring_session_attributes (attribute_name);
