-- What a feature means, for whoever looks at the table.
comment on column {published}.{view}.{column} is {text}
