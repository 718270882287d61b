package import Testing

extension Trait where Self == TimeLimitTrait {
    /// For a test that would wait for ever if what it tests were broken. The limit counts from the start of all tests.
    package static var endsWithTheSuite: Self { .timeLimit(.minutes(20)) }
}
