import DjetJSON
import DjetModel
import HTTPTypes

extension JobmachineEngine {
    /// The routes of the schedules. They come before those of single jobs, whose paths have as many parts.
    var schedules: [Route] {
        [
            Route(
                .get, "schedules", "The schedules by name",
                query: [
                    QueryField("search", .text, "A text in their names."),
                    QueryField(
                        "after", .text, "Only schedules after this name: the last of the previous page."),
                ], answer: .page(SchedulesListing.self)
            ) { visit in
                let listing = try await SchedulesListing(visit)
                return visit.wantsHTML ? Self.page(listing, visit) : .page("", title: "", listing)
            },
            Route(
                .post, "schedules", right: .operate,
                "Adds a schedule on behalf of the visitor, who also needs the right “arguments”",
                body: .value(NewScheduleForm.self), answer: .page(ScheduleDetails.self),
                action: Self.addSchedule),
            Route(
                .get, "schedules/{schedule}", "One schedule, with its next due times",
                answer: .page(ScheduleDetails.self)
            ) { visit in
                let record = try await visit.model.schedule(visit.schedule)
                let details = try await ScheduleDetails(record, visit)
                return visit.wantsHTML
                    ? Self.page(details, record, visit) : .page("", title: "", details)
            },
            Route(
                .post, "schedules/{schedule}", right: .operate,
                "Changes a schedule; another function, tenant and other arguments run on behalf of the visitor",
                body: .value(ScheduleForm.self), answer: .page(ScheduleDetails.self),
                action: Self.changeSchedule),
        ] + scheduleActions
    }

    private var scheduleActions: [Route] {
        [
            Route(
                .post, "schedules/{schedule}/pause", right: .operate,
                "Pauses a schedule: it makes no jobs until it is resumed",
                answer: .page(ScheduleDetails.self)
            ) { visit in
                try await Self.change(visit, "schedule.pause") { model in
                    ["changed": .flag(try await model.pauseSchedule(visit.schedule))]
                }
            },
            Route(
                .post, "schedules/{schedule}/resume", right: .operate, "Resumes a paused schedule",
                answer: .page(ScheduleDetails.self)
            ) { visit in
                try await Self.change(visit, "schedule.resume") { model in
                    try await model.resumeSchedule(visit.schedule)
                    return [:]
                }
            },
            Route(
                .post, "schedules/{schedule}/reset", right: .operate,
                "Gives a schedule back what its part declares", answer: .page(ScheduleDetails.self)
            ) { visit in
                try await Self.change(visit, "schedule.reset") { model in
                    try await model.resetSchedule(visit.schedule)
                    return [:]
                }
            },
            Route(
                .post, "schedules/{schedule}/run", right: .operate,
                "Makes a job of a schedule now; its next due time stays", answer: .page(ScheduleRun.self),
                action: Self.runSchedule),
            Route(
                .post, "schedules/{schedule}/remove", right: .operate,
                "Removes a schedule that no part declares; its jobs stay",
                answer: .page(ScheduleRemoval.self), action: Self.removeSchedule),
        ]
    }

    // MARK: Pages

    private static func page(
        _ listing: SchedulesListing, _ visit: Visit, error: (any Error)? = nil
    ) -> Reply {
        .page(
            "jobs/schedules", title: "Schedules", SchedulesPage(listing, visit, error: error),
            status: error.map { Problem($0).httpStatus } ?? .ok)
    }

    private static func page(
        _ details: ScheduleDetails, _ record: ScheduleRecord, _ visit: Visit, error: (any Error)? = nil
    ) -> Reply {
        .page(
            "jobs/schedule", title: record.name, SchedulePage(details, record, visit, error: error),
            status: error.map { Problem($0).httpStatus } ?? .ok)
    }

    private static func done(_ record: ScheduleRecord, _ visit: Visit) async throws -> Reply {
        .done(visit.path("schedules", record.name), try await ScheduleDetails(record, visit))
    }

    // MARK: Actions

    private static func addSchedule(_ visit: Visit) async throws -> Reply {
        try visit.demand(.arguments)
        do {
            let form = try visit.body(as: NewScheduleForm.self)
            let draft = try await ScheduleCheck.draft(of: form, visit)
            let added = try await visit.model.transaction { model in
                let added = try await model.addSchedule(form.name, draft)
                try await model.audit(
                    "schedule.add", added.name,
                    detail: ["kind": .text(added.kind), "rule": .text(added.rule)])
                return added
            }
            return try await done(added, visit)
        } catch let error as any FinalError where visit.wantsHTML {
            return page(try await SchedulesListing(visit), visit, error: error)
        }
    }

    private static func changeSchedule(_ visit: Visit) async throws -> Reply {
        let record = try await visit.model.schedule(visit.schedule)
        do {
            let form = try visit.body(as: ScheduleForm.self)
            // Whoever may not see the arguments does not learn whether they are these, either.
            if form.arguments != nil { try visit.demand(.arguments) }
            let changes = form.changes(of: record)
            let emptied = visit.emptiedFields.intersection(ScheduleForm(record).names)
            let removed = Set(emptied.compactMap { ScheduleDraft.Removable(rawValue: $0) })
            let names = changes.names + removed.map(\.rawValue).sorted()
            if !Set(["kind", "tenant", "unique"]).isDisjoint(with: names) { try visit.demand(.arguments) }
            guard !names.isEmpty else { return try await done(record, visit) }
            var draft = try await ScheduleCheck.draft(of: changes, for: record, visit)
            draft.removed = removed
            return try await change(visit, "schedule.change") { [draft] model in
                try await model.changeSchedule(record.name, draft)
                return ["values": .list(names.map { .text($0) })]
            }
        } catch let error as any FinalError where visit.wantsHTML {
            return page(try await ScheduleDetails(record, visit), record, visit, error: error)
        }
    }

    /// Changes the schedule that the path names and enters it in the audit, with what `body` returns.
    private static func change(
        _ visit: Visit, _ action: String,
        _ body: @Sendable (Model) async throws -> [String: JSONValue]
    ) async throws -> Reply {
        let name = visit.schedule
        try await visit.model.transaction { model in
            let detail = try await body(model)
            try await model.audit(action, name, detail: detail)
        }
        return try await done(visit.model.schedule(name), visit)
    }

    private static func runSchedule(_ visit: Visit) async throws -> Reply {
        let name = visit.schedule
        let record = try await visit.model.schedule(name)
        if let user = record.user { try await visit.refuseTooManyJobs(of: user) }
        let ticket = try await visit.model.transaction { model in
            let ticket = try await model.runSchedule(name)
            try await model.audit("schedule.run", name, detail: ["job": .text("\(ticket)")])
            return ticket
        }
        let path = visit.path("\(ticket)")
        return .done(path, ScheduleRun(schedule: name, ticket: "\(ticket)", path: path))
    }

    private static func removeSchedule(_ visit: Visit) async throws -> Reply {
        let name = visit.schedule
        try await visit.model.transaction { model in
            try await model.removeSchedule(name)
            try await model.audit("schedule.remove", name)
        }
        return .done(visit.path("schedules"), ScheduleRemoval(removed: name))
    }
}

extension Visit {
    /// The name of the schedule in the path.
    fileprivate var schedule: String { parameters["schedule"] ?? "" }
}
