@echo off
rem Starts Rollcall: finds Java, sets its heap, makes the console show Chinese, and hands every argument on.
rem JAVA_HOME names another Java; JAVA_OPTS holds more flags for it, such as -Xmx4g.
setlocal EnableExtensions DisableDelayedExpansion
set LEAST=17

rem Windows gives Java the arguments in the letters of its code page; the environment has every letter.
set ROLLCALL_ARGUMENTS=%*

set "PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set /a PAGE=%%p
if not "%PAGE%"=="65001" chcp 65001 >nul

set "JAVA="
set "OLD="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%j in (java.exe) do call :try "%%~dp$PATH:j.."
for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\jdk*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\BellSoft\*"
  "%LocalAppData%\Programs\Eclipse Adoptium\*"
) do call :try "%%~d"
if not defined JAVA goto nojava

set "JAR="
for %%j in ("%~dp0..\rollcall.jar" "%~dp0lib\rollcall.jar") do if exist "%%~j" set "JAR=%%~fsj"
if not defined JAR goto nojar

rem By this name messages tell what to type next.
set "ROLLCALL_COMMAND=%~0"
set "ROLLCALL_JAVA_FLAGS=-XX:MaxRAMPercentage=50 %JAVA_OPTS%"
"%JAVA%" %ROLLCALL_JAVA_FLAGS% -jar "%JAR%" %*
set CODE=%ERRORLEVEL%
goto end

:nojava
set CODE=1
if defined OLD goto oldjava
if "%ROLLCALL_LANG%"=="en" (
  echo No Java was found; Rollcall needs Java %LEAST% or newer: install one, or name its folder by JAVA_HOME.>&2
) else (
  echo 没有找到 Java；Rollcall 需要 Java %LEAST% 或更高版本，请安装后再试，或用 JAVA_HOME 指明所在文件夹。>&2
)
goto end

:oldjava
if "%ROLLCALL_LANG%"=="en" (
  echo The Java in "%OLD%" is too old; Rollcall needs Java %LEAST% or newer: install one, or name its folder by JAVA_HOME.>&2
) else (
  echo "%OLD%" 的 Java 太旧；Rollcall 需要 Java %LEAST% 或更高版本，请安装后再试，或用 JAVA_HOME 指明所在文件夹。>&2
)
goto end

:nojar
set CODE=1
if "%ROLLCALL_LANG%"=="en" (
  echo There is no "%~dp0lib\rollcall.jar"; unpack the whole archive anew.>&2
) else (
  echo 没有找到 "%~dp0lib\rollcall.jar"；请重新解压整个压缩包。>&2
)

:end
if not "%PAGE%"=="65001" if defined PAGE chcp %PAGE% >nul
rem A window that a double click has opened would close before anybody has read it.
if not "%~1"=="" goto leave
set "LINE=%CMDCMDLINE:"=%"
if /i not "%LINE:rollcall.cmd=%"=="%LINE%" pause
:leave
exit /b %CODE%

rem Takes a folder's Java unless one was found before.
:try
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
set "VERSION=0"
if exist "%~1\release" for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "VERSION=%%~l"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% GEQ %LEAST% set "JAVA=%~1\bin\java.exe"
if not defined JAVA if not defined OLD set "OLD=%~1"
exit /b
