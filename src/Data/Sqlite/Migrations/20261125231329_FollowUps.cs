using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "follow_up_rounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    ask_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    times_asked = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    wants_visit = table.Column<bool>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_rounds_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_follow_up_rounds_participants_asked_of",
                        column: x => x.asked_of,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    round_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_answers_follow_up_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "follow_up_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_follow_up_answers_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_answers_participant_id",
                table: "follow_up_answers",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_answers_round_id",
                table: "follow_up_answers",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_rounds_answered_at",
                table: "follow_up_rounds",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_rounds_asked_of",
                table: "follow_up_rounds",
                column: "asked_of");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_rounds_group_id_month",
                table: "follow_up_rounds",
                columns: new[] { "group_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_rounds_state_ask_on",
                table: "follow_up_rounds",
                columns: new[] { "state", "ask_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_up_answers");

            migrationBuilder.DropTable(
                name: "follow_up_rounds");
        }
    }
}
