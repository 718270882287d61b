/// The settings of a run.
struct Settings: Sendable {
    var duration: Duration
    var seed: UInt64
    /// The mean time from one fault to the next.
    var gap: Duration
    var kinds: Set<FaultKind>
    var cuts: Set<CutKind>
    /// The ways in which the primary falls silent, taken in turn.
    var silences: [SilenceKind]
    /// The time that a worker may be silent before it is taken for dead.
    var lease: Duration
    /// The number of jobs that each offloader leaves in a second.
    var rate: Int
    /// The time that a clerk waits for a reply before it counts as lost.
    var patience: Duration
    /// The part taken out of Djet, to prove that the checks notice.
    var omission: Omission?
    /// True to keep the folder even if nothing was found.
    var keepsAll: Bool
}

/// A way in which a server falls silent: it neither answers nor breaks.
enum SilenceKind: String, CaseIterable, Sendable {
    /// The network swallows all bytes of its connections. Its address leads to its successor as soon as there
    /// is one.
    case swallow
    /// The processes stand still, while the kernel acknowledges what it is sent. Its address still leads to
    /// it.
    case freeze
}
