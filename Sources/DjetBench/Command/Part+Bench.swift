public import DjetCommand

extension Part {
    /// The command `bench`.
    public static var bench: Part { Part("bench", commands: [BenchCommand.self]) }
}
