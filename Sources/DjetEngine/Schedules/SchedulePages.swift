import DjetModel

/// The HTML page of the schedules.
struct SchedulesPage: Encodable, Sendable {
    let listing: SchedulesListing
    let mayOperate: Bool
    /// True if the visitor may add a schedule.
    let mayAdd: Bool
    /// The address that the form is sent to.
    let action: String
    let form: ScheduleFormView

    init(_ listing: SchedulesListing, _ visit: Visit, error: (any Error)? = nil) {
        self.listing = listing
        mayOperate = visit.may(.operate)
        mayAdd = visit.may(.operate) && visit.may(.arguments) && !visit.schedulableKinds.isEmpty
        action = visit.path("schedules")
        form = ScheduleFormView(visit, error: error)
    }
}

/// The HTML page of one schedule.
struct SchedulePage: Encodable, Sendable {
    let details: ScheduleDetails
    let mayOperate: Bool
    /// True if the arguments are shown beside the form.
    let showsArguments: Bool
    /// True if a part declares it.
    let isDeclared: Bool
    /// True if it can be removed: no part would declare it again.
    let canBeRemoved: Bool
    let form: ScheduleFormView

    init(_ details: ScheduleDetails, _ record: ScheduleRecord, _ visit: Visit, error: (any Error)? = nil) {
        self.details = details
        mayOperate = visit.may(.operate)
        form = ScheduleFormView(visit, record, error: error)
        let isEditable = form.fields.contains { $0.name == "arguments" } && mayOperate
        showsArguments = visit.may(.arguments) && !isEditable
        isDeclared = record.declared != nil
        canBeRemoved = record.part == nil || record.retiredAt != nil
    }
}
