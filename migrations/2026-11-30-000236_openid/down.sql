DROP TABLE openid_links;
DROP TABLE openid_attempts;
