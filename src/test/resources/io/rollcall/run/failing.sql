select cast(:value as integer);
