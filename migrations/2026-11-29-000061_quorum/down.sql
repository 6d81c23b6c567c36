DROP TABLE decision_panel;
DROP TABLE round_quorums;
