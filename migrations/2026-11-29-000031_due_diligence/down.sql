DROP TABLE concerns;
DROP TABLE diligence_steps;
DROP TABLE diligence_tiers;
