/* SPDX-License-Identifier: BSD-2-Clause */
#include "tests/unit/unit.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_TESTS = 256, STATUS_SKIPPED = 77 };

static struct {
	const char *name;
	unit_fn *run;
} tests[MAX_TESTS];
static int test_count;

void unit_add(const char *name, unit_fn *run)
{
	if (test_count == MAX_TESTS) {
		puts("Bail out! more unit tests in a file than MAX_TESTS");
		exit(1);
	}
	tests[test_count].name = name;
	tests[test_count].run = run;
	test_count++;
}

void unit_check(bool claim, const char *text, const char *file, int line)
{
	if (claim)
		return;
	printf("# %s:%d: not so: %s\n", file, line, text);
	exit(1);
}

void unit_check_equal(int64_t left, int64_t right, const char *text, const char *file, int line)
{
	if (left == right)
		return;
	printf("# %s:%d: not so: %s (%" PRId64 ", %" PRId64 ")\n", file, line, text, left, right);
	exit(1);
}

void unit_check_text(const char *left, const char *right, const char *file, int line)
{
	if (strcmp(left, right) == 0)
		return;
	printf("# %s:%d: texts differ:\n#  \"%s\"\n#  \"%s\"\n", file, line, left, right);
	exit(1);
}

void unit_skip(const char *reason)
{
	printf("# skipped: %s\n", reason);
	exit(STATUS_SKIPPED);
}

int main(void)
{
	int failed = 0;

	printf("1..%d\n", test_count);
	for (int i = 0; i < test_count; i++) {
		int status = 0;
		pid_t pid;

		fflush(stdout);
		pid = fork();
		if (pid == 0) {
			tests[i].run();
			exit(0);
		}
		if (pid < 0 || waitpid(pid, &status, 0) != pid)
			status = 1;
		if (WIFSIGNALED(status))
			printf("# killed by signal %d\n", WTERMSIG(status));
		if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_SKIPPED)
			printf("ok %d - %s # SKIP\n", i + 1, tests[i].name);
		else
			printf("%sok %d - %s\n", status ? "not " : "", i + 1, tests[i].name);
		failed += status != 0 && !(WIFEXITED(status) && WEXITSTATUS(status) == STATUS_SKIPPED);
	}
	return failed != 0;
}
