import JSON

/// The calendar: when the company works.
enum CalendarMethods {
    static let all: [Method] = [
        Method("calendar.settings.get", scopes: ["calendar"]) { (_, _, answer) throws(RESTError) in
            answer.json.value(settings.bytes)
        }
    ]

    /// As the vendor's own portals begin: Russian holidays as days and months, no year.
    private static let settings = JSONValue.object(JSONObject(hours + paths + rest))

    private static let hours: [(String, JSONValue)] = [
        ("work_time_start", "9"), ("work_time_end", "19"),
        ("year_holidays", "1.01,2.01,7.01,23.02,8.03,1.05,9.05,12.06,4.11"), ("year_workdays", "31.12"),
        ("week_holidays", ["SA", "SU"]), ("week_start", "MO"), ("user_name_template", "#NAME# #LAST_NAME#"),
        ("sync_by_push", false), ("user_show_login", true),
    ]

    private static let paths: [(String, JSONValue)] = [
        ("path_to_user", "/company/personal/user/#user_id#/"),
        ("path_to_user_calendar", "/company/personal/user/#user_id#/calendar/"),
        ("path_to_group", "/workgroups/group/#group_id#/"),
        ("path_to_group_calendar", "/workgroups/group/#group_id#/calendar/"), ("path_to_vr", ""), ("path_to_rm", ""),
        ("path_to_type_company_calendar", ""), ("path_to_type_location", ""), ("path_to_type_open_event", ""),
    ]

    private static let rest: [(String, JSONValue)] = [
        ("rm_iblock_type", ""), ("rm_iblock_id", ""), ("dep_manager_sub", true), ("denied_superpose_types", []),
        ("pathes_for_sites", ""), ("forum_id", "8"), ("rm_for_sites", true),
    ]
}
