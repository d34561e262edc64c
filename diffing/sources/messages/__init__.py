"""Messages of the web and of mail: records of archives, responses of servers, and parts that have a media type."""
