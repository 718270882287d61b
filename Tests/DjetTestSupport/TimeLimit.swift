package import Testing

extension Trait where Self == TimeLimitTrait {
    /// Limits a test that would hang if its subject were broken. The limit counts from the start of all
    /// tests.
    package static var endsWithTheSuite: Self { .timeLimit(.minutes(20)) }
}
