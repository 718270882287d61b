import Testing

/// The tests of the embedded PostgreSQL, one at a time. They start processes and block while they wait for
/// them, which would keep the few threads from all other tests.
@Suite(.serialized) struct EmbeddedTests {}
