DROP TABLE second_step_losses;
