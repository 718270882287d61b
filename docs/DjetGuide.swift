// The guide has no code of its own: what its articles show lies in Tests/HouseTests/Guide and Tests/office,
// where it is compiled and run.
