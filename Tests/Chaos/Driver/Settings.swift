/// What a run is told.
struct Settings: Sendable {
    var duration: Duration
    var seed: UInt64
    /// From one fault to the next.
    var gap: Duration
    var kinds: Set<FaultKind>
    var cuts: Set<CutKind>
    /// Ways in which the primary falls silent, one after the other.
    var silences: [SilenceKind]
    /// How long a worker may be silent.
    var lease: Duration
    /// How many jobs each offloader leaves in a second.
    var rate: Int
    /// How long somebody waits for a reply.
    var patience: Duration
    /// What is taken out of Djet, to see whether the checks notice.
    var omission: Omission?
    /// Whether its folder stays when nothing was found.
    var keepsAll: Bool
}
