import Testing

/// The tests of the embedded PostgreSQL, one at a time: they start processes and wait for them in a way that
/// blocks, and would keep all other tests from the few threads that there are.
@Suite(.serialized) struct EmbeddedTests {}
